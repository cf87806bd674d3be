"""Streams, executors, futures and awaiting them. Runs after prelude.py."""
import asyncio

from java.util import Comparator
from java.util.concurrent import CompletableFuture, ExecutionException
from java.util.concurrent.locks import ReentrantLock
from java.util.stream import Collectors, IntStream, Stream


class Streams(unittest.TestCase):
    def test_pipeline(self):
        found = filled(1, 2, 3, 4).stream().filter(lambda x: x % 2 == 0).map(lambda x: x * 10).toList()
        self.assertEqual(found, [20, 40])

    def test_reduce(self):
        values = filled(1, 2, 3)
        self.assertEqual(values.stream().reduce(0, lambda one, two: one + two), 6)
        self.assertEqual(values.stream().reduce(lambda one, two: one + two).get(), 6)

    def test_primitive_streams(self):
        self.assertEqual(IntStream.range(0, 5).map(lambda x: x * x).toArray(), [0, 1, 4, 9, 16])
        self.assertEqual(IntStream.range(0, 3).mapToObj(str).toList(), ['0', '1', '2'])
        self.assertEqual(filled('a', 'bb').stream().mapToInt(len).sum(), 3)
        self.assertEqual(list(IntStream.range(0, 3)), [0, 1, 2])

    def test_collectors(self):
        words = filled('a', 'bb', 'cc')
        self.assertEqual(words.stream().collect(Collectors.groupingBy(len)), {1: ['a'], 2: ['bb', 'cc']})
        self.assertEqual(words.stream().collect(Collectors.toMap(lambda each: each, len)),
                         {'a': 1, 'bb': 2, 'cc': 2})
        self.assertEqual(words.stream().collect(Collectors.groupingBy(len, Collectors.counting())), {1: 1, 2: 2})
        self.assertEqual(words.stream().collect(Collectors.partitioningBy(lambda each: len(each) > 1)),
                         {True: ['bb', 'cc'], False: ['a']})
        self.assertEqual(words.stream().collect(Collectors.joining('-')), 'a-bb-cc')
        self.assertEqual(words.stream().collect(Collectors.averagingInt(len)), 5 / 3)

    def test_constructors_and_unbound_methods_as_functions(self):
        self.assertEqual(filled(1, 2).stream().collect(ArrayList, ArrayList.add, ArrayList.addAll), [1, 2])
        self.assertEqual(filled('x').stream().map(StringBuilder).map(lambda each: each.append('y').toString())
                         .toList(), ['xy'])

    def test_comparators(self):
        self.assertEqual(filled(3, 1).stream().sorted(Comparator.reverseOrder()).toList(), [3, 1])
        self.assertEqual(filled('bb', 'a').stream().sorted(Comparator.comparing(len)).toList(), ['a', 'bb'])
        self.assertEqual(filled('b', 'a').stream().max(Comparator.naturalOrder()).get(), 'b')
        values = filled('bb', 'a')
        java.util.Collections.sort(values, lambda one, two: len(one) - len(two))
        self.assertEqual(values, ['a', 'bb'])

    def test_infinite(self):
        self.assertEqual(Stream.iterate(1, lambda x: x * 2).limit(4).toList(), [1, 2, 4, 8])
        self.assertEqual(Stream.generate(lambda: 1).limit(2).toList(), [1, 1])

    def test_parallel(self):
        self.assertEqual(IntStream.range(0, 100).boxed().toList().parallelStream().map(lambda x: x + 1).toList(),
                         list(range(1, 101)))

    def test_used_twice(self):
        stream = filled(1).stream()
        stream.toList()
        with self.assertRaises(java.lang.IllegalStateException):
            stream.toList()


class Futures(unittest.TestCase):
    def test_chain(self):
        chain = CompletableFuture.supplyAsync(lambda: 20).thenApply(lambda x: x + 1) \
            .thenCombine(CompletableFuture.completedFuture(2), lambda one, two: one * two)
        self.assertEqual(chain.get(), 42)

    def test_errors(self):
        with self.assertRaises(ExecutionException) as caught:
            CompletableFuture.supplyAsync(lambda: 1 / 0).get()
        self.assertIsInstance(caught.exception.__cause__, ZeroDivisionError)
        self.assertIsInstance(caught.exception.getCause(), ZeroDivisionError)
        self.assertEqual(CompletableFuture.supplyAsync(lambda: 1 / 0).exceptionally(lambda error: 'e').get(), 'e')

    def test_executors_are_context_managers(self):
        with Executors.newFixedThreadPool(2) as pool:
            self.assertEqual(pool.submit(lambda: 5).get(1, TimeUnit.SECONDS), 5)
            self.assertEqual([each.get() for each in pool.invokeAll([lambda: 1, lambda: 2])], [1, 2])
        with Executors.newVirtualThreadPerTaskExecutor() as pool:
            self.assertEqual(pool.submit(lambda: 5).get(), 5)

    def test_timeout(self):
        with self.assertRaises(TimeoutError):
            CompletableFuture().get(1, TimeUnit.MILLISECONDS)


class Awaiting(unittest.TestCase):
    def run_(self, coroutine):
        return asyncio.run(coroutine)

    def test_value(self):
        async def main():
            return await asyncio.gather(*[CompletableFuture.supplyAsync(lambda i=i: i) for i in range(3)])
        self.assertEqual(self.run_(main()), [0, 1, 2])

    def test_python_error(self):
        async def main():
            await CompletableFuture.supplyAsync(lambda: 1 / 0)
        with self.assertRaises(ZeroDivisionError):
            self.run_(main())

    def test_java_error(self):
        async def main():
            await CompletableFuture.failedFuture(IOException('late'))
        with self.assertRaises(IOException):
            self.run_(main())

    def test_cancelled_in_java(self):
        future = CompletableFuture()
        future.cancel(True)

        async def main():
            await future
        with self.assertRaises(asyncio.CancelledError):
            self.run_(main())

    def test_cancelled_in_python(self):
        future = CompletableFuture()

        async def main():
            with self.assertRaises(asyncio.TimeoutError):
                await asyncio.wait_for(future, 0.02)
        self.run_(main())
        self.assertTrue(future.isCancelled())

    def test_abstract_base(self):
        self.assertIsInstance(CompletableFuture(), collections.abc.Awaitable)


class Locks(unittest.TestCase):
    def test_with(self):
        lock = ReentrantLock()
        with lock as held:
            self.assertTrue(krait.same(held, lock))
            self.assertTrue(lock.isHeldByCurrentThread())
        self.assertFalse(lock.isLocked())
        with self.assertRaises(KeyError):
            with lock:
                raise KeyError('inside')
        self.assertFalse(lock.isLocked())
