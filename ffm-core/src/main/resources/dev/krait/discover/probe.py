# Tells Krait what this Python is: one name=value a line, in ASCII. Must run on Python 2.7 and later.
import sys
sys.path[:] = [p for p in sys.path if p not in ('', '.')]  # the working folder may hold a sysconfig.py
import struct
import sysconfig


def escaped(value):
    if isinstance(value, bytes) and bytes is str:
        value = value.decode(sys.getfilesystemencoding() or 'ascii', 'replace')
    out = []
    for c in value if hasattr(value, 'encode') else str(value):
        n = ord(c)
        if n > 0xFFFF:
            out.append('\\u%04x\\u%04x' % (0xD800 + ((n - 0x10000) >> 10), 0xDC00 + ((n - 0x10000) & 0x3FF)))
        elif n < 32 or n > 126 or c == '\\':
            out.append('\\u%04x' % n)
        else:
            out.append(str(c))
    return ''.join(out)


def tell(name, value):
    sys.stdout.write('%s=%s\n' % (name, '' if value is None else escaped(value)))


def implementation():
    if hasattr(sys, 'implementation'):
        return sys.implementation.name
    return 'pypy' if hasattr(sys, 'pypy_version_info') else 'cpython'


v = sys.version_info
suffix = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc'}.get(v[3])
tell('krait-probe', 1)
tell('version', '%d.%d.%d%s' % (v[0], v[1], v[2], suffix + str(v[4]) if suffix else ''))
tell('implementation', implementation())
tell('executable', sys.executable)
tell('base_executable', getattr(sys, '_base_executable', None))
tell('prefix', sys.prefix)
tell('base_prefix', getattr(sys, 'base_prefix', sys.prefix))
tell('abiflags', getattr(sys, 'abiflags', ''))
tell('bits', struct.calcsize('P') * 8)
tell('platform', sysconfig.get_platform())
tell('debug', int(hasattr(sys, 'gettotalrefcount')))
for name in ('LDLIBRARY', 'INSTSONAME', 'LIBDIR', 'LIBPL', 'MULTIARCH', 'PYTHONFRAMEWORKPREFIX',
             'Py_ENABLE_SHARED', 'Py_GIL_DISABLED', 'Py_DEBUG'):
    tell(name, sysconfig.get_config_var(name))
tell('end', 1)
