"""A page with one control and nothing behind it: the least that a click can cost in Streamlit."""

import streamlit as st

st.title("One control")
st.write(st.segmented_control("Choose", ["one", "two"], default="one"))
