import Dispatch
import Synchronization
import Testing

@testable import Library

struct OrderedWorkTests {
  @Test(arguments: [1, 2, 5])
  func `results come in the order of the items, whichever is ready first`(jobs: Int) {
    let work = OrderedWork(jobs: jobs) { take in
      for number in 0..<500 where !take(number) { return }
    } work: { number in
      // The work of some takes longer than that of those behind them.
      (0..<(number % 7) * 500).reduce(number) { $0 ^ $1 ^ $1 }
    }
    var results: [Int] = []
    while let result = work.next() { results.append(result) }
    #expect(results == Array(0..<500))
  }

  @Test func `no more is taken than there is room for`() {
    let taken = Atomic(0)
    let work = OrderedWork(jobs: 2) { take in
      for number in 0..<1000 {
        taken.add(1, ordering: .relaxed)
        if !take(number) { return }
      }
    } work: {
      $0
    }
    var given = 0
    while work.next() != nil {
      given += 1
      // Those that wait, those that are worked on, and the one that is being handed over.
      #expect(taken.load(ordering: .relaxed) <= given + 3 * 2 + 1)
    }
    #expect(given == 1000)
  }

  @Test func `a result is there before the next item comes`() {
    let gate = DispatchSemaphore(value: 0)
    let work = OrderedWork(jobs: 2) { take in
      _ = take(1)
      gate.wait()
      _ = take(2)
    } work: {
      $0
    }
    #expect(work.next() == 1)
    gate.signal()
    #expect(work.next() == 2)
    #expect(work.next() == nil)
  }

  @Test(arguments: [1, 3]) func `who stops it is given nothing more to do`(jobs: Int) {
    // What is worked on, waited for and refused at the moment of the stop differs from time to time.
    for _ in 0..<200 {
      let isRefused = DispatchSemaphore(value: 0)
      let isStopped = Atomic(false)
      let work = OrderedWork(jobs: jobs) { take in
        var number = 0
        while take(number) { number += 1 }
        isRefused.signal()
      } work: { number in
        let isTooLate = isStopped.load(ordering: .sequentiallyConsistent)
        #expect(!isTooLate)
        return (0..<(number % 3) * 2000).reduce(number) { $0 ^ $1 ^ $1 }
      }
      #expect(work.next() == 0)
      work.stop()
      isStopped.store(true, ordering: .sequentiallyConsistent)
      guard isRefused.wait(timeout: .now() + 120) == .success else {
        Issue.record("the giver waits for ever")
        return
      }
    }
  }
}
