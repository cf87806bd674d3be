"""What the rows run, for every side: Krait, the bare downcalls, the C program and the peers (Jython takes it too)."""


def foo():
    return str(1)


def add(a, b):
    return a + b


def w4(f, n):
    s = 0
    for i in range(n):
        s += f(i)
    return s


def tolist(x):
    return len(list(x))


def sumiter(x):
    s = 0
    for v in x:
        s += v
    return s


def todict(m):
    return len(dict(m))


def ident(s):
    return s


def npsum(a):
    return float(a.sum())


def getx(o, n):
    s = 0
    for i in range(n):
        s += o.getX()
    return s


def fieldx(o, n):
    s = 0
    for i in range(n):
        s += o.x
    return s


def boom():
    raise ValueError("x")


def catcher(f, n):
    c = 0
    for i in range(n):
        try:
            f(i)
        except Exception:
            c += 1
    return c


def numbers(n):
    return list(range(n))


def entries(n):
    return dict(("key%d" % i, i * 0.5) for i in range(n))


def doubles(n):
    import numpy
    return numpy.arange(n, dtype=numpy.float64)
