"""What stands between Prefect and the flow: what it is shown, other runs of it, and the commands that start it."""

import os

# Nothing is sent anywhere: neither by Prefect's server nor by its client. This must stand before Prefect is imported, which
# is why this package is imported before all others.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
