"""What krait doctor asks Python."""
import sys


def build():
    return sys.version.replace('\n', ' ')


def numpy():
    """Its version; absent; or what keeps it from being imported."""
    try:
        import numpy
    except ModuleNotFoundError as error:
        if error.name == 'numpy':
            return 'absent'
        return 'broken: %s' % error
    except Exception as error:
        return 'broken: %s' % str(error).strip().split('\n')[0]
    return numpy.__version__
