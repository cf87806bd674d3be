"""The protocols of Python, and the methods of its list, dict and set, for the collections of Java."""


def set_up():
    """Runs when the functions of Java are there."""
    from itertools import chain
    from _collections_abc import (Collection, Iterable, Iterator, Mapping, MutableMapping, MutableSequence,
                                  MutableSet, Sequence, ItemsView, KeysView, ValuesView)
    from_lists = chain.from_iterable
    object_eq, object_hash = JavaObject.__eq__, JavaObject.__hash__

    class Iterables:
        def __iter__(self):
            return from_lists(_iterate(self)) if _is_chunked(self) else _iterate(self)

    class Iterators:
        __next__ = _next

        def __iter__(self):
            return self

    class Streams:
        __iter__ = _iterate

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

    class Collections:
        _sequence = True
        __len__ = _size
        __contains__ = _has

        def __bool__(self):
            return not self.isEmpty()

    class Lists:
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

        def __mul__(self, times):
            return list(self) * times

        __rmul__ = __mul__
        __hash__ = object_hash

        def __eq__(self, other):
            if isinstance(other, list):
                return len(self) == len(other) and list(self) == other
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        def __copy__(self):
            return type(self)(self) if '_java_class' in type(self).__dict__ else list(self)

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

    class Sets:
        _set = True
        __hash__ = object_hash

        def __eq__(self, other):
            if isinstance(other, (set, frozenset)):
                return len(self) == len(other) and set(self) == other
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        def __or__(self, other):
            return set(self) | set(other) if isinstance(other, Iterable) else NotImplemented

        def __and__(self, other):
            return set(self) & set(other) if isinstance(other, Iterable) else NotImplemented

        def __sub__(self, other):
            return set(self) - set(other) if isinstance(other, Iterable) else NotImplemented

        def __xor__(self, other):
            return set(self) ^ set(other) if isinstance(other, Iterable) else NotImplemented

        __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

        def __rsub__(self, other):
            return set(other) - set(self) if isinstance(other, Iterable) else NotImplemented

        def __le__(self, other):
            return set(self) <= set(other)

        def __lt__(self, other):
            return set(self) < set(other)

        def __ge__(self, other):
            return set(self) >= set(other)

        def __gt__(self, other):
            return set(self) > set(other)

        def __ior__(self, other):
            extend(self, other)
            return self

        def __iand__(self, other):
            for each in set(self) - set(other):
                self.discard(each)
            return self

        def __isub__(self, other):
            for each in list(other):
                self.discard(each)
            return self

        def discard(self, value):
            if value in self:
                java_remove(self, _element(self, value))

        def pop(self):
            for value in self:
                self.discard(value)
                return value
            raise KeyError('pop from an empty set')

        def update(self, *others):
            for each in others:
                extend(self, each)

        def union(self, *others):
            return set(self).union(*others)

        def intersection(self, *others):
            return set(self).intersection(*others)

        def difference(self, *others):
            return set(self).difference(*others)

        def symmetric_difference(self, other):
            return set(self).symmetric_difference(other)

        def issubset(self, other):
            return set(self).issubset(other)

        def issuperset(self, other):
            return set(self).issuperset(other)

        def isdisjoint(self, other):
            return set(self).isdisjoint(other)

        def copy(self):
            return set(self)

    class Maps:
        _map = True
        __len__ = _size
        __getitem__ = _map_get
        __contains__ = _map_has
        __hash__ = object_hash

        def __bool__(self):
            return not self.isEmpty()

        def __iter__(self):
            return iter(self.keySet())

        def __setitem__(self, key, value):
            self.put(_map_key(self, key) if key in self else key, value)

        def __delitem__(self, key):
            java_remove(self, _map_key(self, key))

        def __eq__(self, other):
            if isinstance(other, dict):
                return len(self) == len(other) and dict(self) == other
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        def __or__(self, other):
            return {**self, **other} if isinstance(other, Mapping) else NotImplemented

        def __ror__(self, other):
            return {**other, **self} if isinstance(other, Mapping) else NotImplemented

        def __ior__(self, other):
            self.update(other)
            return self

        def keys(self):
            return KeysView(self)

        def items(self):
            return Items(self)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def pop(self, key, *default):
            if key not in self and default:
                return default[0]
            value = self[key]
            del self[key]
            return value

        def popitem(self):
            for key in self:
                return key, self.pop(key)
            raise KeyError('popitem(): dictionary is empty')

        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]

        def update(self, *others, **more):
            for key, value in dict(*others, **more).items():
                self[key] = value

        def copy(self):
            return dict(self)

    class Items(ItemsView):
        def __iter__(self):
            for entry in self._mapping.entrySet():
                yield entry.getKey(), entry.getValue()

    class Entries:
        def __iter__(self):
            return iter((self.getKey(), self.getValue()))

        def __getitem__(self, index):
            return (self.getKey(), self.getValue())[index]

        def __len__(self):
            return 2

    class Arrays:
        _sequence = True
        __len__ = _size

        def __getitem__(self, index):
            if isinstance(index, slice):
                return [_array_get(self, i) for i in range(*index.indices(len(self)))]
            return _array_get(self, index if type(index) is int else index_of(index))

        def __setitem__(self, index, value):
            if isinstance(index, slice):
                places = range(*index.indices(len(self)))
                values = list(value)
                if len(values) != len(places):
                    raise ValueError('an array keeps its length: %d values for %d places'
                                     % (len(values), len(places)))
                for place, each in zip(places, values):
                    _array_set(self, place, each)
            else:
                _array_set(self, index if type(index) is int else index_of(index), value)

        def __contains__(self, value):
            return value in self[:]

        def __iter__(self):
            return (_array_get(self, i) for i in range(len(self)))

        def __reversed__(self):
            return iter(self[::-1])

        __hash__ = object_hash

        def __eq__(self, other):
            if isinstance(other, (list, tuple)):
                return self[:] == list(other)
            return object_eq(self, other)

        def __ne__(self, other):
            return negated(self.__eq__(other))

        @property
        def length(self):
            return len(self)

        def index(self, value):
            return self[:].index(value)

        def count(self, value):
            return self[:].count(value)

    class CharSequences:
        __len__ = _size

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
                else:
                    cause = error.__cause__
                    future.set_exception(cause if cause and 'CompletionException' in type(error).__name__ else error)
            self.whenComplete(lambda value, error: loop.call_soon_threadsafe(settle, value, error))
            return future.__await__()

    def place(self, index):
        size = len(self)
        at = index_of(index)
        at = at + size if at < 0 else at
        if not 0 <= at < size:
            raise IndexError('list index out of range')
        return at

    def delete(self, at):
        self.subList(at, at + 1).clear()

    def extend(self, values):
        self.addAll(values if isinstance(values, JavaObject) else list(values))

    def java_remove(self, key):
        return self.remove(key)

    def negated(answer):
        return answer if answer is NotImplemented else not answer

    def suppress(error, failed):
        if getattr(error, 'addSuppressed', None) and isinstance(failed, Throwable):
            error.addSuppressed(failed)

    from operator import index as index_of

    for name, kind in (('Iterable', Iterables), ('Iterator', Iterators), ('Enumeration', Streams),
                       ('BaseStream', Streams), ('AutoCloseable', Closeables), ('Collection', Collections),
                       ('List', Lists), ('Set', Sets), ('Map', Maps), ('Entry', Entries), ('Array', Arrays),
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
