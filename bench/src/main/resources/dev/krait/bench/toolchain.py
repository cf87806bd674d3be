"""What a C program needs to embed the Python that runs this."""

import os
import sys
import sysconfig


def _library():
    name = sysconfig.get_config_var("INSTSONAME")
    for folder in (sysconfig.get_config_var("LIBDIR"), os.path.join(sys.base_prefix, "lib"), sys.base_prefix):
        if folder and name and os.path.exists(os.path.join(folder, name)):
            return os.path.join(folder, name)
    return None


def compiler_arguments():
    """Empty when the headers or the library are not there."""
    include = sysconfig.get_path("include")
    library = _library()
    if library is None or not os.path.exists(os.path.join(include, "Python.h")):
        return []
    found = ["-I" + include]
    try:
        import numpy
        found += ["-DWITH_NUMPY", "-I" + numpy.get_include()]
    except ImportError:
        pass
    return found + [library, "-Wl,-rpath," + os.path.dirname(library), "-lpthread"]


def start_arguments():
    """The program name, and the home of an installation that is not where it was built."""
    built_here = os.path.exists(sysconfig.get_config_var("LIBDIR") or "")
    return [sys.executable, "" if built_here else sys.base_prefix]


def library_folder():
    return sys.base_prefix
