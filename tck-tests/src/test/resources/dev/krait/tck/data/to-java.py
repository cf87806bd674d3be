import array
import collections
import dataclasses
import decimal
import enum
import fractions
import itertools
import mmap
import pathlib
import types
import uuid
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal


@dataclasses.dataclass
class D:
    name: str = 'x'
    unitPrice: int = 3
    note: str = None


@dataclasses.dataclass
class Snake:
    name: str = 'x'
    unit_price: int = 3


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Level(enum.IntEnum):
    LOW = 1


class Circle:
    def __init__(self, radius):
        self.radius = radius


class Labelled:
    '''As a pandas Series is: x[0] is no element.'''
    def __len__(self):
        return 2

    def keys(self):
        return ['a', 'b']

    def __iter__(self):
        return iter([5, 6])

    def __getitem__(self, key):
        return {'a': 5, 'b': 6}[key]


class Index:
    def __index__(self):
        return 7


class Real:
    def __float__(self):
        return 2.5


NT = collections.namedtuple('NT', 'a b')
S = type('S', (str,), {})
I = type('I', (int,), {})
F = type('F', (float,), {})
L = type('L', (list,), {})
B = type('B', (bytes,), {})
T = type('T', (tuple,), {})
M = type('M', (dict,), {})


def gen():
    yield 1
    yield 2
