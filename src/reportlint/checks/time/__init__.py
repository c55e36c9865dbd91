"""Checks on time: dates, periods, plans and sessions."""
