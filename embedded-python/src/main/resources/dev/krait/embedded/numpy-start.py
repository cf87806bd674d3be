"""Opens the OpenBLAS beside the standard library before numpy's own modules ask the system for one."""

import ctypes
import os
import sys


def _open(folder):
    if sys.platform == "win32":
        os.add_dll_directory(folder)
    elif sys.platform == "linux":
        try:
            # the system's libstdc++ may need a newer one than ours
            ctypes.CDLL("libgcc_s.so.1")
        except OSError:
            ctypes.CDLL(os.path.join(folder, "libgcc_s.so.1"))
        for name in "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0":
            path = os.path.join(folder, name)
            if os.path.exists(path):
                ctypes.CDLL(path, ctypes.RTLD_GLOBAL)


_open(os.path.dirname(os.__file__))
