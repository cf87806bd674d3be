"""The protocols of Python, and the methods of its list, for iterables, lists, arrays and others of Java."""
from _collections_abc import (Collection, Iterable, Iterator, MutableMapping, MutableSequence, MutableSet,
                              Sequence)
from _thread import get_ident
from operator import index as index_of

MOST_SHOWN = 100
SHOWN_NOW = set()


def place(self, index):
    size = len(self)
    at = index_of(index)
    at = at + size if at < 0 else at
    if not 0 <= at < size:
        raise IndexError('list index out of range')
    return at


def delete(self, at):
    self.subList(at, at + 1).clear()


def suppress(error, failed):
    """The error of a block goes on and tells what close() raised after it."""
    if isinstance(error, Throwable) and isinstance(failed, Throwable):
        error.addSuppressed(failed)
        return
    notes = getattr(error, '__notes__', None)
    if notes is None:  # add_note came with Python 3.11
        notes = error.__notes__ = []
    notes.append('close() raised %s: %s' % (type(failed).__name__, failed))


def is_list(value):
    return isinstance(value, list) or hasattr(type(value), '_list')


class Iterables:
    def __iter__(self):
        return elements(self, _iterate(self))


class Iterators:
    def __iter__(self):
        return self


class Streams:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class Closeables:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        try:
            self.close()
        except BaseException as failed:
            if error is None:
                raise
            suppress(error, failed)


class Locks:
    def __enter__(self):
        self.lock()
        return self

    def __exit__(self, *error):
        self.unlock()


class Collections:
    _sequence = True

    def __bool__(self):
        return not self.isEmpty()


class Lists:
    _list = True

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self.get(i) for i in range(*index.indices(len(self)))]
        return _list_get(self, index if type(index) is int else index_of(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            copy = list(self)
            copy[index] = value
            self.clear()
            self.addAll(copy)
        else:
            self.set(place(self, index), value)

    def __delitem__(self, index):
        if isinstance(index, slice):
            for i in sorted(range(*index.indices(len(self))), reverse=True):
                delete(self, i)
        else:
            delete(self, place(self, index))

    def __reversed__(self):
        return iter(self[::-1])

    def __add__(self, other):
        return list(self) + list(other) if isinstance(other, Iterable) else NotImplemented

    def __radd__(self, other):
        return list(other) + list(self) if isinstance(other, list) else NotImplemented

    def __iadd__(self, other):
        extend(self, other)
        return self

    def __imul__(self, times):
        self[:] = list(self) * times
        return self

    def __mul__(self, times):
        return list(self) * times

    __rmul__ = __mul__

    def __eq__(self, other):
        if isinstance(other, list):
            return len(self) == len(other) and list(self) == other
        return JavaObject.__eq__(self, other)

    def __ne__(self, other):
        return negated(self.__eq__(other))

    def __lt__(self, other):
        return list(self) < list(other) if is_list(other) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if is_list(other) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if is_list(other) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if is_list(other) else NotImplemented

    def append(self, value):
        self.add(value)

    def extend(self, values):
        extend(self, values)

    def insert(self, index, value):
        size = len(self)
        self.add(max(index + size, 0) if index < 0 else min(index, size), value)

    def pop(self, index=-1):
        if not len(self):
            raise IndexError('pop from empty list')
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        self.__delitem__(self.index(value))

    def index(self, value, start=0, stop=None):
        return list(self).index(value, start, len(self) if stop is None else stop)

    def count(self, value):
        return list(self).count(value)

    def reverse(self):
        self[:] = list(self)[::-1]

    def copy(self):
        return list(self)

    def sort(self, *, key=None, reverse=False):
        self[:] = sorted(self, key=key, reverse=reverse)


class Arrays:
    _sequence = _array = True

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [_array_get(self, i) for i in range(*index.indices(len(self)))]
        return _array_get(self, index if type(index) is int else index_of(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            values = elements_for(self, value)
            if len(values) != len(places):
                raise ValueError('an array keeps its length: %d values for %d places'
                                 % (len(values), len(places)))
            for place, each in zip(places, values):
                _array_set(self, place, each)
        else:
            _array_set(self, index if type(index) is int else index_of(index), value)

    def __delitem__(self, index):
        raise TypeError('an array keeps its length: its elements cannot be deleted')

    def __repr__(self):
        name = class_name(type(self))
        mark = get_ident(), _identity_hash(self)  # one array has many objects that stand for it
        if mark in SHOWN_NOW:
            return '<%s [...]>' % name
        SHOWN_NOW.add(mark)
        try:
            more = ', ...' if len(self) > MOST_SHOWN else ''
            return '<%s [%s%s]>' % (name, ', '.join(map(repr, self[:MOST_SHOWN])), more)
        finally:
            SHOWN_NOW.discard(mark)

    def clone(self):
        return _clone(self)

    def __contains__(self, value):
        return value in self[:]

    def __iter__(self):
        return (_array_get(self, i) for i in range(len(self)))

    def __reversed__(self):
        return iter(self[::-1])

    def __eq__(self, other):
        if isinstance(other, (list, tuple)):
            return self[:] == list(other)
        if hasattr(type(other), '_array') and type(other) is not type(self):
            return self[:] == other[:]
        return JavaObject.__eq__(self, other)

    def __ne__(self, other):
        return negated(self.__eq__(other))

    def __hash__(self):
        return hash(tuple(self))

    @property
    def length(self):
        return len(self)

    def index(self, value):
        return self[:].index(value)

    def count(self, value):
        return self[:].count(value)


class CharSequences:
    def __getitem__(self, index):
        return self.toString()[index]

    def __contains__(self, text):
        return text in self.toString()


class Stages:
    def __await__(self):
        import asyncio
        loop = asyncio.get_running_loop()
        future = loop.create_future()

        def settle(value, error):
            if future.done():
                return
            if error is None:
                future.set_result(value)
            elif 'CancellationException' in type(error).__name__:
                future.cancel()
            else:
                cause = error.__cause__
                future.set_exception(cause if cause and 'CompletionException' in type(error).__name__ else error)

        def settled(value, error):
            try:
                loop.call_soon_threadsafe(settle, value, error)
            except RuntimeError:  # the loop was closed: nobody waits any more
                pass

        def cancel(done):
            if done.cancelled() and hasattr(self, 'cancel'):
                self.cancel(True)
        self.whenComplete(settled)
        future.add_done_callback(cancel)
        return future.__await__()


def element_of(buffer):
    """The format of a buffer's elements in the letters of Java's arrays; nothing where they have none."""
    if not hasattr(type(buffer), '__len__'):  # a single value: what NumPy shows of a date are its bytes
        return ''
    try:
        with memoryview(buffer) as view:
            letter, size = view.format.lstrip('@=<>!'), view.itemsize
    except (TypeError, ValueError, BufferError):
        return ''
    if letter in ('l', 'L', 'I', 'Q', 'n', 'N'):
        letter = 'i' if size == 4 else 'q'
    return {'B': 'b', 'c': 'b'}.get(letter, letter)


def elements_for(array, values):
    """The values as a list; those of a buffer of bytes as Java's, which have a sign."""
    if class_name(type(array)) == 'byte[]' and element_of(values) == 'b':
        values = memoryview(memoryview(values).tobytes()).cast('b')
    return list(values)


def natives():
    """The methods that Java itself serves."""
    hash_of = JavaObject.__hash__
    return (
        (Iterators, '__next__', _next),
        (Streams, '__iter__', _iterate),
        (Collections, '__len__', _size),
        (Collections, '__contains__', _has),
        (Lists, '__hash__', hash_of),
        (Sets, '__hash__', hash_of),
        (Maps, '__len__', _size),
        (Maps, '__getitem__', _map_get),
        (Maps, '__contains__', _map_has),
        (Maps, '__hash__', hash_of),
        (Arrays, '__len__', _size),
        (CharSequences, '__len__', _size),
    )


def set_up():
    """Runs when the functions of Java are there."""
    for kind, name, method in natives():
        setattr(kind, name, method)
    for name, kind in (('Iterable', Iterables), ('Iterator', Iterators), ('Enumeration', Streams),
                       ('BaseStream', Streams), ('AutoCloseable', Closeables), ('Lock', Locks), ('Collection', Collections),
                       ('SequencedCollection', Sequenced), ('List', Lists), ('Set', Sets), ('Map', Maps),
                       ('SequencedMap', Sequenced), ('Entry', Entries), ('Array', Arrays),
                       ('CharSequence', CharSequences), ('CompletionStage', Stages)):
        own = {key: value for key, value in vars(kind).items()
               if key not in ('__module__', '__doc__', '__dict__', '__weakref__', '__qualname__',
                              '__static_attributes__', '__firstlineno__')}
        PROTOCOLS[name] = {key: value for key, value in own.items() if key.startswith('_')}
        METHODS[name] = {key: value for key, value in own.items() if not key.startswith('_')}
    del PROTOCOLS['Enumeration']['__enter__'], PROTOCOLS['Enumeration']['__exit__']
    ABSTRACT.update({'Iterable': Iterable, 'Iterator': Iterator, 'Collection': Collection,
                     'List': MutableSequence, 'Set': MutableSet, 'Map': MutableMapping, 'Array': Sequence,
                     'BaseStream': Iterable, 'Enumeration': Iterable})
