"""What sets and maps of Java do as Python's, and what lists share with them."""
from _collections_abc import ItemsView, Iterable, KeysView, Mapping
from itertools import chain


def elements(source, fetched):
    """What an iterator over a Java object gives; of Java's own collections it comes in lists."""
    return chain.from_iterable(fetched) if _is_chunked(source) else fetched


def extend(self, values):
    self.addAll(values if isinstance(values, JavaObject) else list(values))


def java_remove(self, key):
    return self.remove(key)


def negated(answer):
    return answer if answer is NotImplemented else not answer


class Sets:
    _set = True

    def __eq__(self, other):
        if isinstance(other, (set, frozenset)):
            return len(self) == len(other) and set(self) == other
        return JavaObject.__eq__(self, other)

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


class Sequenced:
    def __reversed__(self):
        return iter(self.reversed())


class Maps:
    _map = True
    __reversed__ = None  # else Python would take 0, 1, 2 for the keys

    def __bool__(self):
        return not self.isEmpty()

    def __iter__(self):
        return iter(self.keySet())

    def __setitem__(self, key, value):
        # only numbers and single characters have other widths in Java
        other = (type(key) is not str or len(key) == 1) and key in self
        self.put(_map_key(self, key) if other else key, value)

    def __delitem__(self, key):
        java_remove(self, _map_key(self, key))

    def __eq__(self, other):
        if isinstance(other, dict):
            return len(self) == len(other) and dict(self.items()) == other
        return JavaObject.__eq__(self, other)

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
        return Keys(self)

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
        return dict(self.items())


class Keys(KeysView):
    def __iter__(self):  # that of the abstract class is a generator around the same
        return iter(self._mapping)


class Items(ItemsView):
    def __iter__(self):
        pairs = elements(self._mapping, _iterate_pairs(self._mapping))
        return zip(pairs, pairs)


class Entries:
    def __iter__(self):
        return iter((self.getKey(), self.getValue()))

    def __getitem__(self, index):
        return (self.getKey(), self.getValue())[index]

    def __len__(self):
        return 2
