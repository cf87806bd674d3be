/*
 * What the work of each row costs in C, through the C API alone: the limit that the rows are measured against.
 *
 *     climit PROGRAM HOME WORKLOADS SIZE ROUNDS ID...
 *
 * PROGRAM and HOME (or "") tell CPython where it is, WORKLOADS is workloads.py, SIZE the number of elements (0: that of
 * the row). Prints a line for each id: median and minimum of CPU time, then of wall time, in nanoseconds per operation;
 * for W11 calls a second with one thread and with four. bench/run builds it; by hand:
 *
 *     cc -O2 climit.c $(python3-config --embed --cflags --ldflags) -lpthread -o climit
 *
 * and -DWITH_NUMPY with -I$(python3 -c 'import numpy; print(numpy.get_include())') for the rows with arrays.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
#ifdef WITH_NUMPY
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/arrayobject.h>
#endif
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MOST_ROUNDS 101
#define ROUND_NANOS 0.25e9

static PyObject *globals;
static PyThreadState *kept;
static volatile long sink;
static long size;
static int rounds;
static long counter;

static void require(const void *made) {
    if (!made) {
        PyErr_Print();
        exit(1);
    }
}

static PyObject *function(const char *name) {
    PyObject *found = PyDict_GetItemString(globals, name);
    require(found);
    return found;
}

static double clock_nanos(clockid_t which) {
    struct timespec t;
    clock_gettime(which, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static double wall(void) { return clock_nanos(CLOCK_MONOTONIC); }
static double cpu(void) { return clock_nanos(CLOCK_THREAD_CPUTIME_ID); }

/* W1, W2: calls */

static PyObject *foo, *add;
static char text[4 << 20];

static void read_text(PyObject *result) {
    require(result);
    Py_ssize_t length = PyUnicode_GET_LENGTH(result);
    memcpy(text, PyUnicode_1BYTE_DATA(result), length);
    sink += text[0];
    Py_DECREF(result);
}

static void w1(void) { read_text(PyObject_CallNoArgs(foo)); }

static void w1rel(void) {
    PyEval_RestoreThread(kept);
    w1();
    kept = PyEval_SaveThread();
}

static void read_long(PyObject *result) {
    require(result);
    sink += PyLong_AsLong(result);
    Py_DECREF(result);
}

static void w2(void) {
    counter = counter == 99999 ? 0 : counter + 1;
    PyObject *arguments[3] = {NULL, PyLong_FromLong(counter), PyLong_FromLong(7)};
    read_long(PyObject_Vectorcall(add, arguments + 1, 2 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL));
    Py_DECREF(arguments[1]);
    Py_DECREF(arguments[2]);
}

static void w2rel(void) {
    PyEval_RestoreThread(kept);
    w2();
    kept = PyEval_SaveThread();
}

/* W1e, W3, W3p: evaluation */

static PyObject *code;

static void w1e(void) { read_text(PyRun_String("foo()", Py_eval_input, globals, globals)); }
static void w3(void) { read_long(PyRun_String("1+1", Py_eval_input, globals, globals)); }
static void w3p(void) { read_long(PyEval_EvalCode(code, globals, globals)); }

/* W4, W12b: callbacks */

static PyObject *loop, *catcher, *callback, *callback_gil, *callback_throw;

static PyObject *add_one(PyObject *self, PyObject *number) {
    (void)self;
    return PyLong_FromLong(PyLong_AsLong(number) + 1);
}

static PyObject *add_one_gil(PyObject *self, PyObject *number) {
    (void)self;
    long value = PyLong_AsLong(number);
    Py_BEGIN_ALLOW_THREADS
    value++;
    Py_END_ALLOW_THREADS
    return PyLong_FromLong(value);
}

static PyObject *throw_it(PyObject *self, PyObject *number) {
    (void)self;
    (void)number;
    PyErr_SetString(PyExc_ValueError, "x");
    return NULL;
}

static PyMethodDef add_one_def = {"add_one", add_one, METH_O, NULL};
static PyMethodDef add_one_gil_def = {"add_one_gil", add_one_gil, METH_O, NULL};
static PyMethodDef throw_def = {"throw_it", throw_it, METH_O, NULL};

static void run_loop(PyObject *python, PyObject *argument) {
    PyObject *times = PyLong_FromLong(size);
    PyObject *result = PyObject_CallFunctionObjArgs(python, argument, times, NULL);
    require(result);
    Py_DECREF(result);
    Py_DECREF(times);
}

static void w4(void) { run_loop(loop, callback); }
static void w4gil(void) { run_loop(loop, callback_gil); }
static void w12b(void) { run_loop(catcher, callback_throw); }

/* W5, W9c: lists */

static int *ints;
static long *longs;
static PyObject *list, *sumiter;

static PyObject *new_list(void) {
    PyObject *made = PyList_New(size);
    for (long i = 0; i < size; i++) PyList_SET_ITEM(made, i, PyLong_FromLong(ints[i]));
    return made;
}

static void w5a(void) {
    PyObject *made = new_list();
    sink += PyList_GET_SIZE(made);
    Py_DECREF(made);
}

static void w5as(void) {
    PyObject *made = new_list();
    read_long(PyObject_CallOneArg(sumiter, made));
    Py_DECREF(made);
}

static void w5b(void) {
    for (long i = 0; i < size; i++) longs[i] = PyLong_AsLong(PyList_GET_ITEM(list, i));
    sink += longs[size / 2];
}

typedef struct {
    PyObject_HEAD
    long at;
} Ints;

static PyObject *ints_next(PyObject *self) {
    Ints *all = (Ints *)self;
    return all->at < size ? PyLong_FromLong(ints[all->at++]) : NULL;
}

static PyTypeObject ints_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "climit.Ints",
    .tp_basicsize = sizeof(Ints),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_iter = PyObject_SelfIter,
    .tp_iternext = ints_next,
};

static void w9c(void) {
    Ints *made = PyObject_New(Ints, &ints_type);
    made->at = 0;
    read_long(PyObject_CallOneArg(sumiter, (PyObject *)made));
    Py_DECREF(made);
}

/* W6: dicts */

static char **keys, **copies;
static double *values, *copied;
static PyObject *dict;

static void w6a(void) {
    PyObject *made = PyDict_New();
    for (long i = 0; i < size; i++) {
        size_t length = strlen(keys[i]);
        PyObject *key = PyUnicode_New(length, 127);
        memcpy(PyUnicode_1BYTE_DATA(key), keys[i], length);
        PyObject *value = PyFloat_FromDouble(values[i]);
        PyDict_SetItem(made, key, value);
        Py_DECREF(key);
        Py_DECREF(value);
    }
    sink += PyDict_Size(made);
    Py_DECREF(made);
}

static void w6b(void) {
    Py_ssize_t position = 0;
    PyObject *key, *value;
    long i = 0;
    while (PyDict_Next(dict, &position, &key, &value)) {
        Py_ssize_t length = PyUnicode_GET_LENGTH(key);
        copies[i] = malloc(length + 17);
        memcpy(copies[i], PyUnicode_1BYTE_DATA(key), length);
        copied[i++] = PyFloat_AS_DOUBLE(value);
    }
    while (i > 0) free(copies[--i]);
}

/* W7: strings */

static char short_texts[16][21];
static char *long_text;
static Py_UCS2 *wide, *wide_copy;
static PyObject *ident;

static void round_trip(const char *chars, Py_ssize_t length) {
    PyObject *sent = PyUnicode_New(length, 127);
    memcpy(PyUnicode_1BYTE_DATA(sent), chars, length);
    read_text(PyObject_CallOneArg(ident, sent));
    Py_DECREF(sent);
}

static void w7a(void) {
    counter = (counter + 1) & 15;
    round_trip(short_texts[counter], 20);
}

static void w7b(void) { round_trip(long_text, size); }

static void w7c(void) {
    PyObject *sent = PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, wide, size);
    PyObject *got = PyObject_CallOneArg(ident, sent);
    memcpy(wide_copy, PyUnicode_2BYTE_DATA(got), 2 * size);
    sink += wide_copy[size / 2];
    Py_DECREF(got);
    Py_DECREF(sent);
}

/* W8: arrays */

#ifdef WITH_NUMPY
static PyObject *npsum, *array;
static double *numbers;

static void sum(PyObject *of) {
    PyObject *result = PyObject_CallOneArg(npsum, of);
    require(result);
    sink += (long)PyFloat_AS_DOUBLE(result);
    Py_DECREF(result);
}

static void w8a(void) {
    npy_intp shape = size;
    PyObject *made = PyArray_SimpleNew(1, &shape, NPY_DOUBLE);
    memcpy(PyArray_DATA((PyArrayObject *)made), numbers, size * sizeof(double));
    sum(made);
    Py_DECREF(made);
}

static void w8b(void) {
    double *out = malloc(size * sizeof(double));
    memcpy(out, PyArray_DATA((PyArrayObject *)array), size * sizeof(double));
    sink += (long)out[size / 2];
    free(out);
}

static void w8z(void) {
    npy_intp shape = size;
    PyObject *made = PyArray_SimpleNewFromData(1, &shape, NPY_DOUBLE, numbers);
    sum(made);
    Py_DECREF(made);
}

static void w8zb(void) {
    Py_buffer view;
    PyObject_GetBuffer(array, &view, PyBUF_FULL_RO);
    sink += (long)((double *)view.buf)[size / 2];
    PyBuffer_Release(&view);
}

static void prepare_arrays(void) {
    if (_import_array() < 0) require(NULL);
    npsum = function("npsum");
    array = PyObject_CallFunction(function("doubles"), "l", size);
    require(array);
    numbers = malloc(size * sizeof(double));
    for (long i = 0; i < size; i++) numbers[i] = i * 0.5;
}
#endif

/* W9: objects */

typedef struct {
    PyObject_HEAD
    int x;
} Point;

static PyObject *get_x(PyObject *self, PyObject *nothing) {
    (void)nothing;
    return PyLong_FromLong(((Point *)self)->x);
}

static PyMethodDef point_methods[] = {{"getX", get_x, METH_NOARGS, NULL}, {0}};
static PyMemberDef point_members[] = {{"x", T_INT, offsetof(Point, x), 0, NULL}, {0}};
static PyTypeObject point_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "climit.Point",
    .tp_basicsize = sizeof(Point),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = point_methods,
    .tp_members = point_members,
    .tp_new = PyType_GenericNew,
};
static PyObject *point, *getx, *fieldx;

static void w9a(void) { run_loop(getx, point); }
static void w9b(void) { run_loop(fieldx, point); }

/* W12a: an error of Python */

static PyObject *boom;

static void w12a(void) {
    if (PyObject_CallNoArgs(boom)) abort();
    PyErr_Clear();
}

/* W11: threads, each with a thread state of its own that it keeps */

#define THREADS 4
#define THREAD_NANOS 3e9
static pthread_barrier_t barrier;

static void *call_for_a_while(void *count) {
    PyGILState_STATE state = PyGILState_Ensure();
    PyThreadState *own = PyEval_SaveThread();
    long calls = 0;
    pthread_barrier_wait(&barrier);
    for (double end = wall() + THREAD_NANOS; wall() < end; calls++) {
        PyEval_RestoreThread(own);
        PyObject *result = PyObject_CallNoArgs(foo);
        sink += PyUnicode_GET_LENGTH(result);
        Py_DECREF(result);
        own = PyEval_SaveThread();
    }
    *(long *)count = calls;
    PyEval_RestoreThread(own);
    PyGILState_Release(state);
    return NULL;
}

static double calls_a_second(int threads) {
    pthread_t started[THREADS];
    long counts[THREADS], sum_of_counts = 0;
    pthread_barrier_init(&barrier, NULL, threads);
    PyThreadState *main_state = PyEval_SaveThread();
    double begin = wall();
    for (int i = 0; i < threads; i++) pthread_create(&started[i], NULL, call_for_a_while, &counts[i]);
    for (int i = 0; i < threads; i++) pthread_join(started[i], NULL);
    double nanos = wall() - begin;
    PyEval_RestoreThread(main_state);
    for (int i = 0; i < threads; i++) sum_of_counts += counts[i];
    return sum_of_counts / (nanos / 1e9);
}

/* The rows */

typedef struct {
    const char *id;
    void (*run)(void);
    long size; /* operations a run; 0: one run is one operation, whatever its size */
    long elements;
    int without_gil;
} Row;

static const Row rows[] = {
    {"W1", w1, 0, 1, 0}, {"W1rel", w1rel, 0, 1, 1}, {"W1e", w1e, 0, 1, 0},
    {"W2", w2, 0, 1, 0}, {"W2rel", w2rel, 0, 1, 1}, {"W3", w3, 0, 1, 0}, {"W3p", w3p, 0, 1, 0},
    {"W4", w4, 1, 1000000, 0}, {"W4gil", w4gil, 1, 1000000, 0},
    {"W5a", w5a, 1, 1000000, 0}, {"W5as", w5as, 1, 1000000, 0}, {"W5b", w5b, 1, 1000000, 0},
    {"W6a", w6a, 1, 100000, 0}, {"W6b", w6b, 1, 100000, 0},
    {"W7a", w7a, 0, 20, 0}, {"W7b", w7b, 0, 1 << 20, 0}, {"W7c", w7c, 0, 1 << 20, 0},
#ifdef WITH_NUMPY
    {"W8a", w8a, 0, 10000000, 0}, {"W8b", w8b, 0, 10000000, 0},
    {"W8z", w8z, 0, 10000000, 0}, {"W8zb", w8zb, 0, 10000000, 0},
#endif
    {"W9a", w9a, 1, 1000000, 0}, {"W9b", w9b, 1, 1000000, 0}, {"W9c", w9c, 1, 1000000, 0},
    {"W12a", w12a, 0, 1, 0}, {"W12b", w12b, 1, 200000, 0},
    {NULL, NULL, 0, 0, 0},
};

static void prepare(const Row *row) {
    code = Py_CompileString("1+1", "<climit>", Py_eval_input);
    foo = function("foo"), add = function("add"), loop = function("w4"), catcher = function("catcher");
    sumiter = function("sumiter"), ident = function("ident"), boom = function("boom");
    getx = function("getx"), fieldx = function("fieldx");
    callback = PyCFunction_New(&add_one_def, NULL);
    callback_gil = PyCFunction_New(&add_one_gil_def, NULL);
    callback_throw = PyCFunction_New(&throw_def, NULL);
    PyType_Ready(&point_type);
    PyType_Ready(&ints_type);
    point = PyObject_CallNoArgs((PyObject *)&point_type);
    ((Point *)point)->x = 3;
    for (int i = 0; i < 16; i++) sprintf(short_texts[i], "%020ld", 1234567L * i);
    if (row->id[1] == '5' || row->id[1] == '9') {
        ints = malloc(size * sizeof(int));
        longs = malloc(size * sizeof(long));
        for (long i = 0; i < size; i++) ints[i] = i;
        list = PyObject_CallFunction(function("numbers"), "l", size);
        require(list);
    } else if (row->id[1] == '6') {
        keys = malloc(size * sizeof(char *)), copies = malloc(size * sizeof(char *));
        values = malloc(size * sizeof(double)), copied = malloc(size * sizeof(double));
        for (long i = 0; i < size; i++) {
            keys[i] = malloc(24);
            sprintf(keys[i], "key%ld", i);
            values[i] = i * 0.5;
        }
        dict = PyObject_CallFunction(function("entries"), "l", size);
        require(dict);
    } else if (row->id[1] == '7') {
        long_text = malloc(size), wide = malloc(2 * size), wide_copy = malloc(2 * size);
        for (long i = 0; i < size; i++) long_text[i] = 'a' + i % 16, wide[i] = 0x4e00 + i % 20000;
#ifdef WITH_NUMPY
    } else if (row->id[1] == '8') {
        prepare_arrays();
#endif
    }
}

static int by_value(const void *one, const void *two) {
    double a = *(const double *)one, b = *(const double *)two;
    return a < b ? -1 : a > b;
}

static void repeat(const Row *row, long times) {
    for (long i = 0; i < times; i++) row->run();
}

static long times_for_a_round(const Row *row) {
    int warm = 0;
    for (double begin = wall(); warm < 3 || wall() - begin < 0.7e9; warm++) row->run();
    for (long times = 1;;) {
        double begin = wall();
        repeat(row, times);
        double taken = wall() - begin;
        if (taken >= ROUND_NANOS) return times;
        long wanted = taken < 1e7 ? times * 10 : (long)(times * 1.1 * ROUND_NANOS / taken);
        times = wanted > times ? wanted : times + 1;
    }
}

static void measure(const Row *row) {
    double walls[MOST_ROUNDS], cpus[MOST_ROUNDS];
    if (row->without_gil) kept = PyEval_SaveThread();
    long times = times_for_a_round(row);
    double operations = (double)times * (row->size ? size : 1);
    for (int i = 0; i < rounds; i++) {
        double cpu_before = cpu(), wall_before = wall();
        repeat(row, times);
        walls[i] = (wall() - wall_before) / operations;
        cpus[i] = (cpu() - cpu_before) / operations;
    }
    if (row->without_gil) PyEval_RestoreThread(kept);
    qsort(walls, rounds, sizeof(double), by_value);
    qsort(cpus, rounds, sizeof(double), by_value);
    printf("%s %.2f %.2f %.2f %.2f\n", row->id, cpus[rounds / 2], cpus[0], walls[rounds / 2], walls[0]);
    fflush(stdout);
}

static void start(const char *program, const char *home) {
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.parse_argv = 0;
    PyConfig_SetBytesString(&config, &config.program_name, program);
    if (*home) PyConfig_SetBytesString(&config, &config.home, home);
    PyStatus status = Py_InitializeFromConfig(&config);
    if (PyStatus_Exception(status)) Py_ExitStatusException(status);
    globals = PyModule_GetDict(PyImport_AddModule("__main__"));
}

static void run_file(const char *path) {
    static char source[1 << 16];
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(1);
    }
    source[fread(source, 1, sizeof source - 1, file)] = 0;
    fclose(file);
    PyObject *result = PyRun_String(source, Py_file_input, globals, globals);
    require(result);
    Py_DECREF(result);
}

int main(int count, char **arguments) {
    if (count < 7) {
        fprintf(stderr, "usage: climit PROGRAM HOME WORKLOADS SIZE ROUNDS ID...\n");
        return 2;
    }
    start(arguments[1], arguments[2]);
    if (!strcmp(arguments[6], "W10")) {
        read_long(PyRun_String("1+1", Py_eval_input, globals, globals));
        return Py_FinalizeEx();
    }
    run_file(arguments[3]);
    rounds = atoi(arguments[5]) < MOST_ROUNDS ? atoi(arguments[5]) : MOST_ROUNDS;
    for (int i = 6; i < count; i++) {
        if (!strcmp(arguments[i], "W11")) {
            foo = function("foo");
            printf("W11x1 %.0f\nW11x4 %.0f\n", calls_a_second(1), calls_a_second(THREADS));
        }
        for (const Row *row = rows; row->id; row++) {
            if (strcmp(arguments[i], row->id)) continue;
            size = atol(arguments[4]) ? atol(arguments[4]) : row->elements;
            prepare(row);
            measure(row);
        }
    }
    return 0;
}
