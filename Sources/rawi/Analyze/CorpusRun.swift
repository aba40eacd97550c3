import Annotations
import ArabicAnalysis
import ArabicText
import ArgumentParser
import Corrections
import Glibc
import Interface
import Library
import Platform
import ReaderRuntime

/// Analyses many documents, each by itself, on all processors, and prints them in their order.
struct CorpusRun {
  /// The documents.
  var corpus: Corpus
  /// What analyses them.
  var pipeline: AnalysisPipeline
  /// In which format they are printed.
  var format: AnalysisFormat
  /// How many are analysed at a time.
  var jobs: Int
  /// Those that are done already.
  var done = DoneDocuments()

  private struct Task: Sendable {
    var document: CorpusDocument
    var corrections: [PlacedAnnotation]
  }

  private struct Answer: Sendable {
    var text: String
    var name: String
    var failure: CorpusFailure?
  }

  /// Prints all documents; each is written when it is its turn.
  ///
  /// - Returns: the status of the first document that cannot be read; `nil` where all can.
  /// - Throws: ``OutputError``.
  func run(printingTo output: StandardOutput) throws(OutputError) -> Int32? {
    var progress = CorpusProgress(
      of: corpus.count.map { max(0, $0 - done.count) },
      isShown: StandardError.isTerminal && !output.isTerminal)
    defer { progress.end() }
    var status: Int32?
    var failures = 0
    let work = begin()
    while let answer = work.next() {
      do throws(OutputError) {
        try output.write(answer.text, as: format.content)
        // Who reads it may wait for it, and what is written is not lost when the program is.
        try output.flush()
      } catch {
        work.stop()
        throw error
      }
      if let failure = answer.failure {
        failures += 1
        status = status ?? failure.exitCode
        if !format.tellsFailures {
          progress.end()
          Failure.tell(
            failure.isNamed
              ? failure.phrase : Phrase(.inFile, .path(answer.name), .phrase(failure.phrase)))
        }
      }
      progress.step(failures: failures)
    }
    progress.end()
    if failures > 0 { Failure.tell(Phrase(.documentsUnread, .number(failures))) }
    return status
  }

  private func begin() -> OrderedWork<Task, Answer> {
    var pipeline = pipeline
    pipeline.usesAllProcessors = false
    let (corpus, format, done, analyses) = (corpus, format, done, pipeline)
    return OrderedWork(jobs: jobs) { take in
      var stored = StoredCorrections()
      var done = done
      corpus.forEach { document in
        if done.take(document.id) { return true }
        let corrections = (try? document.content.get()).map { stored.annotations(of: $0) } ?? []
        return take(Task(document: document, corrections: corrections))
      }
    } work: { task in
      let document = task.document
      switch document.content {
      case .success(let content):
        let analysis = analyses.analyze(content, corrections: task.corrections)
        return Answer(
          text: format.written(content, analysis, id: document.id), name: document.name)
      case .failure(let failure):
        return Answer(
          text: format.written(
            failure.description, status: failure.exitCode, id: document.id),
          name: document.name, failure: failure)
      }
    }
  }
}
