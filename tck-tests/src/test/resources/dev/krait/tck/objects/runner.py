"""Runs the tests of the file before it."""


def cases():
    for kind in list(globals().values()):
        if isinstance(kind, type) and issubclass(kind, unittest.TestCase):
            yield kind


def names():
    loader = unittest.defaultTestLoader
    return ['%s.%s' % (kind.__name__, name) for kind in cases() for name in loader.getTestCaseNames(kind)]


def run(name):
    """What went wrong, as text; skipped tests say so on the output."""
    kind, _, method = name.partition('.')
    result = unittest.TestResult()
    globals()[kind](method).run(result)
    for _, why in result.skipped:
        print('skipped %s: %s' % (name, why))
    return ''.join(text for _, text in result.failures + result.errors)


def run_all():
    for name in names():
        run(name)
    collect()


def collect():
    gc.collect()
