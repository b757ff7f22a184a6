"""What Streamlit runs for each drawing of a page: nothing is imported before all of it is loaded (`ui/warming.py`)."""

from importlib import import_module

from ui import warming

warming.wait()
import_module("ui.whole_page").draw()
