"""What all tests of Java seen from Python use. Each method of the other files is a test of its own."""
import collections.abc
import copy
import gc
import unittest

import java.lang
import java.util
import krait
from java.io import FileNotFoundException, IOException
from java.lang import IllegalArgumentException, Runnable, StringBuilder, Thread
from java.lang import String as JString
from java.util import ArrayList, HashMap, HashSet, LinkedHashMap, Map, TreeMap
from java.util.concurrent import Callable, Executors, TimeUnit


def filled(*values):
    made = ArrayList()
    for each in values:
        made.add(each)
    return made


def mapped(**values):
    made = LinkedHashMap()
    for key, value in values.items():
        made.put(key, value)
    return made
