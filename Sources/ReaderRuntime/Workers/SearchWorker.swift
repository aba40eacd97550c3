import ArabicText
import Reader

/// Searches the text, counts hits, and finds the paragraphs to show, beside the screen, on all cores.
struct SearchWorker {
  private let text: DecodedText
  private let pool: WorkerPool
  private let post: @Sendable (Answer) -> Void
  private var task: Task<Void, Never>?

  /// A worker for `text`; what it finds comes by `post`.
  init(_ text: DecodedText, pool: WorkerPool, post: @escaping @Sendable (Answer) -> Void) {
    (self.text, self.pool, self.post) = (text, pool, post)
  }

  /// Runs `request`; a search or a count that runs is stopped.
  mutating func start(_ request: SearchRequest) {
    run { text in
      var next: SearchRequest? = request
      var hit: TextSpan?
      while let request = next, !Task.isCancelled {
        hit = nil
        await ParallelSteps.run(request.steps(in: text), in: text) { step in
          step.run(in: text, isCancelled: { Task.isCancelled })
        } take: { found in
          hit = found
          return found == nil
        }
        next = hit.flatMap(request.rest)
      }
      return .searchEnded(request, hit)
    }
  }

  /// Counts the hits of a search that has ended.
  mutating func start(_ count: HitCount) {
    run { text in
      var order = HitOrder()
      await ParallelSteps.run(count.steps(in: text), in: text) { step in
        step.run(in: text, isCancelled: { Task.isCancelled })
      } take: { part in
        if let part { order += part }
        return part != nil
      }
      return .hitsCounted(count, order)
    }
  }

  /// Looks for the paragraphs to show.
  mutating func start(_ request: FilterRequest) {
    run { text in
      var paragraphs: [Paragraph] = []
      await ParallelSteps.run(request.steps(in: text), in: text) { step in
        step.run(in: text, isCancelled: { Task.isCancelled })
      } take: { part in
        paragraphs += part ?? []
        return part != nil
      }
      return .filtered(request, paragraphs)
    }
  }

  /// Stops what runs.
  func cancel() { task?.cancel() }

  /// Runs `work` and posts what it gives, unless it was stopped meanwhile.
  private mutating func run(_ work: @escaping @Sendable (DecodedText) async -> Answer) {
    cancel()
    let (text, post) = (text, post)
    task = pool.start(TaskPriority.userInitiated) {
      let answer = await work(text)
      if !Task.isCancelled { post(answer) }
    }
  }
}
