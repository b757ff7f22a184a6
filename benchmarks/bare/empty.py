"""A page that does nothing: what Streamlit itself costs."""

import streamlit as st

st.title("Empty")
