"""What krait.json makes of a value for json.dumps: loaded when it is first asked for."""
from collections.abc import Iterable, Mapping


def json_of(value, around=()):
    """What JSON has for a value: Java's containers with all that is of Java in them; json.dumps asks for the rest."""
    form = java_form(value, around) if is_java(value) else python_form(value)
    if form is value:
        raise TypeError('Object of type %s is not JSON serializable%s' % (type(value).__name__, remedy(value)))
    return form


def java_form(value, around):
    form = one_level(value)
    if form is value or not isinstance(form, (list, dict)):
        return form
    if any(_same(value, each) for each in around):
        raise ValueError('Circular reference detected')
    around = around + (value,)
    if isinstance(form, list):
        return [json_of(each, around) if is_java(each) else each for each in form]
    return {key_of(key): json_of(each, around) if is_java(each) else each for key, each in form.items()}


def one_level(value):
    kind = type(value)
    if isinstance(value, (type, BaseException)):
        return value
    if kind._map:
        return dict(value.items())
    if kind._sequence or kind._set:
        return list(value)
    parts = _parts(value)
    if parts is not None:
        return parts if isinstance(parts, str) else dict(zip(parts[::2], parts[1::2]))
    name = class_name(kind)
    if name == 'java.time.ZonedDateTime':
        value = value.toOffsetDateTime()
    elif name.startswith('java.util.Date') or name.startswith('java.sql.Timestamp'):
        value = value.toInstant()
    if name.startswith(TEXTS) or is_of(kind, 'CharSequence', 'Path', 'File', 'Date', 'ZoneId'):
        return value.toString()
    if kind._twin is not None:  # an Optional, a number that changes
        return twin_of(value)
    return list(value) if isinstance(value, Iterable) else value


TEXTS = ('java.time.', 'java.math.BigDecimal', 'java.util.UUID', 'java.net.UR', 'java.util.Locale', 'java.util.Currency')


def is_of(kind, *names):
    """Whether a Java type derives from a class of one of the names."""
    return any(each.__name__ in names and each.__module__.startswith('java.') for each in kind.__mro__)


def python_form(value):
    kind = type(value)
    if hasattr(kind, 'isoformat'):
        return value.isoformat()
    if hasattr(kind, 'total_seconds'):
        seconds = value.days * 86400 + value.seconds
        return ('PT%d.%06dS' % (seconds, value.microseconds)).replace('.000000S', 'S') if seconds >= 0 \
            else '-' + python_form(-value)
    if hasattr(kind, '__fspath__') or kind.__module__ in ('decimal', '_decimal', '_pydecimal', 'uuid'):
        return str(value)
    if hasattr(kind, '__members__'):  # of an enum
        return value.name
    if hasattr(kind, '__dataclass_fields__'):
        return {name: getattr(value, name) for name in kind.__dataclass_fields__}
    if hasattr(kind, 'tolist'):  # of NumPy
        return (value.astype('U') if value.dtype.kind == 'M' else value).tolist()
    if isinstance(value, (bytes, bytearray, memoryview)):
        return value
    if isinstance(value, Mapping):
        return {key_of(key): value[key] for key in value}
    return list(value) if isinstance(value, Iterable) and not isinstance(value, type) else value


def key_of(key):
    form = key if key is None or isinstance(key, (str, int, float)) else json_of(key)
    if form is not None and not isinstance(form, (str, int, float)):
        raise TypeError('keys must be text or numbers in JSON, which %s is not' % type(key).__name__)
    return form


def remedy(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return ': base64.b64encode(x).decode() makes a text of it'
    return ': krait.json knows collections, records, enums, dates, decimals, ids and paths; give it one of them'
