"""Many articles at once: the desk's stages on an engine that scales out (Daft, on this machine or on a Ray cluster).

`run.run` reads sources into datasets, as `plan` draws it; `bring.bring` takes them into a ledger.
"""

import os

# Both engines report to their makers unless told not to, and both look when they are imported. Their bars on the
# terminal would cover our own line of progress; and a worker is one process on one core, whatever its libraries think.
for name, value in {
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_TQDM": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}.items():
    os.environ.setdefault(name, value)
