"""The values of Java that have a counterpart in Python: decimals, dates, durations, ids, paths, optional values."""
import operator

IMPORTED = {}
FIRST_DAY = 719163  # the ordinal of 1970-01-01


def imported(module, name):
    """What a module has by a name; no start needs these modules, and an import statement costs more than the value."""
    try:
        return IMPORTED[name]
    except KeyError:
        return IMPORTED.setdefault(name, getattr(__import__(module), name))


def decimal_of(value):
    return imported('decimal', 'Decimal')(value.toString())


def date_of(value):
    date = imported('datetime', 'date')
    try:
        return date.fromordinal(FIRST_DAY + value.toEpochDay())
    except (ValueError, OverflowError):
        return in_range(date, value.getYear())


def time_of(value):
    return imported('datetime', 'time')(value.getHour(), value.getMinute(), value.getSecond(),
                                        value.getNano() // 1000)


def datetime_of(value):
    return in_range(imported('datetime', 'datetime'), value.getYear(), value.getMonthValue(), value.getDayOfMonth(), value.getHour(),
                    value.getMinute(), value.getSecond(), value.getNano() // 1000)


def offset_of(offset):
    from datetime import timedelta, timezone
    return timezone(timedelta(seconds=offset.getTotalSeconds()))


def offset_datetime_of(value):
    return datetime_of(value).replace(tzinfo=offset_of(value.getOffset()))


def offset_time_of(value):
    return time_of(value).replace(tzinfo=offset_of(value.getOffset()))


def zoned_datetime_of(value):
    zone = value.getZone().getId()
    try:
        from zoneinfo import ZoneInfo
        zone = ZoneInfo(zone)
    except (ImportError, ValueError, LookupError, OSError):
        return offset_datetime_of(value)
    result = datetime_of(value).replace(tzinfo=zone)
    if result.utcoffset().total_seconds() != value.getOffset().getTotalSeconds():
        result = result.replace(fold=1)
    return result


def instant_of(value):
    from datetime import datetime, timedelta, timezone
    start = datetime(1970, 1, 1, tzinfo=timezone.utc)
    try:
        return start + timedelta(seconds=value.getEpochSecond(), microseconds=value.getNano() // 1000)
    except OverflowError:
        raise beyond(value, 'datetime') from None


def timedelta_of(value):
    try:
        return imported('datetime', 'timedelta')(seconds=value.getSeconds(), microseconds=value.getNano() // 1000)
    except OverflowError:
        raise beyond(value, 'timedelta') from None


def uuid_of(value):
    return imported('uuid', 'UUID')(value.toString())


def path_of(value):
    return imported('pathlib', 'Path')(value.toString())


def optional_of(value):
    for name in ('get', 'getAsInt', 'getAsLong', 'getAsDouble'):
        if hasattr(type(value), name):
            return getattr(value, name)() if value.isPresent() else None


WHOLE = ('AtomicInteger', 'AtomicLong', 'LongAdder', 'LongAccumulator')
REAL = ('DoubleAdder', 'DoubleAccumulator')


def number_of(value):
    name = type(value).__name__
    if name in WHOLE:
        return value.longValue()
    if name in REAL:
        return value.doubleValue()
    whole = value.longValue()
    real = value.doubleValue()
    return whole if real == whole else real


def beyond(value, kind):
    return OverflowError('%s is out of the range of %s' % (value.toString(), kind))


def in_range(kind, year, *rest):
    if not 1 <= year <= 9999:
        raise OverflowError('year %d is out of the range of %s' % (year, kind.__name__))
    return kind(year, *rest)


TWINS = {
    'BigDecimal': decimal_of, 'LocalDate': date_of, 'LocalTime': time_of, 'LocalDateTime': datetime_of,
    'OffsetDateTime': offset_datetime_of, 'OffsetTime': offset_time_of, 'ZonedDateTime': zoned_datetime_of,
    'Instant': instant_of, 'Duration': timedelta_of, 'UUID': uuid_of, 'Path': path_of, 'Optional': optional_of,
    'OptionalInt': optional_of, 'OptionalLong': optional_of, 'OptionalDouble': optional_of, 'Number': number_of,
}
# What Java's getters of the same name answer otherwise, and code for dates of any make asks for: NumPy's, for one.
OWN = {'LocalDate': 'month', 'LocalDateTime': 'month', 'OffsetDateTime': 'month', 'ZonedDateTime': 'month',
       'Duration': 'seconds'}
# Two of these are equal, and in order, for Java as their counterparts are for Python.
ALIKE = ('BigDecimal', 'LocalDate')
BINARY = ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'divmod', 'pow', 'and', 'or', 'xor', 'lshift', 'rshift')
COMPARISONS = ('eq', 'ne', 'lt', 'le', 'gt', 'ge')
UNARY = ('neg', 'pos', 'abs', 'invert')


def twin_of(value):
    """The counterpart of a Java value; what has none stays itself."""
    make = type(value)._twin if isinstance(value, JavaObject) else None
    return value if make is None else make(value)


def binary(name):
    apply = divmod if name == 'divmod' else getattr(operator, name + '_' if name in ('and', 'or') else name)

    def forward(self, other):
        try:
            return apply(twin_of(self), twin_of(other))
        except TypeError:
            return NotImplemented

    def backward(self, other):
        try:
            return apply(twin_of(other), twin_of(self))
        except TypeError:
            return NotImplemented
    return forward, backward


def compared(name):
    apply = getattr(operator, name)
    native = getattr(JavaObject, '__%s__' % name)

    def compare(self, other):
        try:
            one, two = twin_of(self), twin_of(other)
        except OverflowError:  # it equals nothing of Python's, and Java has its order among its own
            if name not in ('eq', 'ne') and type(other) is not type(self):
                raise
            return native(self, other)
        if one is None or two is None:
            return native(self, other)
        try:
            return apply(one, two)
        except TypeError:
            return NotImplemented
    return compare


def compared_alike(name):
    apply = getattr(operator, name)
    otherwise = compared(name)

    def compare(self, other):
        if type(other) is type(self):
            return apply(self.compareTo(other), 0)
        return otherwise(self, other)
    return compare


def shared_methods():
    methods = {}
    for name in BINARY:
        methods['__%s__' % name], methods['__r%s__' % name] = binary(name)
    for name in UNARY:
        methods['__%s__' % name] = lambda self, apply=getattr(operator, name): apply(twin_of(self))
    for name in ('int', 'float', 'round', 'trunc', 'floor', 'ceil', 'complex'):
        methods['__%s__' % name] = delegate(name)
    return methods


def delegate(name):
    import math
    apply = {'int': int, 'float': float, 'round': round, 'complex': complex}.get(name) or getattr(math, name)
    return lambda self, *more: apply(twin_of(self), *more)


def value_methods():
    """Equality, order, hash and truth are those of the counterpart, so that it is found as a key."""
    methods = shared_methods()
    for name in COMPARISONS:
        methods['__%s__' % name] = compared(name)

    def __hash__(self):
        try:
            return hash(twin_of(self))
        except OverflowError:
            return JavaObject.__hash__(self)

    def __bool__(self):
        try:
            return bool(twin_of(self))
        except OverflowError:  # of the values that can be false none is that large
            return True

    def __format__(self, spec):
        if not spec:
            return str(self)
        twin = twin_of(self)
        return format(twin if type(twin).__format__ is not object.__format__ else str(self), spec)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return getattr(twin_of(self), name)

    for each in (__hash__, __bool__, __format__, __getattr__):
        methods[each.__name__] = each
    return methods


def set_up_twins():
    JavaObject._twin, JavaObject._twin_is_value = None, False
    shared, values = shared_methods(), value_methods()
    for name, make in TWINS.items():
        PROTOCOLS[name] = dict(shared if name == 'Number' else values)
        PROTOCOLS[name]['_twin'] = staticmethod(make)
        if name != 'Number':  # the numbers that can be changed
            PROTOCOLS[name]['_twin_is_value'] = True
    for name in ALIKE:
        PROTOCOLS[name].update(('__%s__' % each, compared_alike(each)) for each in COMPARISONS)
    for name, own in OWN.items():
        METHODS[name] = {own: property(lambda self, own=own: getattr(twin_of(self), own))}
    path = PROTOCOLS['Path']
    PROTOCOLS['File'] = {'__fspath__': lambda self: self.getPath()}
    path['__fspath__'] = lambda self: self.toString()
    for name in BINARY:
        if name != 'truediv':
            del path['__%s__' % name], path['__r%s__' % name]
    for name in ('Optional', 'OptionalInt', 'OptionalLong', 'OptionalDouble'):
        PROTOCOLS[name]['__bool__'] = lambda self: self.isPresent()

    number = PROTOCOLS['Number']
    for name in ('lt', 'le', 'gt', 'ge'):
        number['__%s__' % name] = compared_number(name)

    def equal_number(self, other):
        return number_of(self) == other if isinstance(other, (int, float)) else JavaObject.__eq__(self, other)
    number['__eq__'], number['__hash__'] = equal_number, JavaObject.__hash__
    number['__ne__'] = lambda self, other: not equal_number(self, other)
    number['__bool__'] = lambda self: number_of(self) != 0
    number['__format__'] = lambda self, spec: format(number_of(self), spec) if spec else str(self)
    number['__index__'] = whole_number


def compared_number(name):
    apply = getattr(operator, name)
    native = getattr(JavaObject, '__%s__' % name)

    def compare(self, other):
        if isinstance(other, JavaObject) and type(other)._twin is None:
            return native(self, other)
        try:
            return apply(twin_of(self), twin_of(other))
        except TypeError:
            return NotImplemented
    return compare


def whole_number(self):
    value = twin_of(self)
    if isinstance(value, int):
        return value
    raise TypeError('%r is not a whole number' % (self,))
