import Annotations
import Glibc
import Interface
import Platform

/// The report on a file with annotations: the items that were not taken, one by one, and how
/// many there are of each kind.
struct ImportReport {
  let result: ImportResult

  init(_ result: ImportResult) { self.result = result }

  /// Nothing was found in a file that could be taken in.
  struct Nothing: Error {
    var path: String
  }

  /// Reports on standard error what was not taken and how offsets were read.
  ///
  /// - Parameter name: what to call the file, where there are several; then a file without annotations
  ///   is nothing to report.
  func tellItems(of name: String? = nil) {
    var lines: [Phrase] = []
    for item in result.leftOut where name == nil || item.reason != .emptyRow {
      lines.append(Phrase(.importLeftOut, .phrase(item.spot.phrase), .phrase(item.reason.phrase)))
    }
    for item in result.refused {
      lines.append(Phrase(.importRefused, .phrase(item.spot.phrase), .phrase(item.reason.phrase)))
    }
    let readings = result.readings.map { ($0.key.phrase, $0.value) }
    for (reading, count) in readings.sorted(by: { ($1.1, "\($0.0)") < ($0.1, "\($1.0)") }) {
      lines.append(Phrase(.importReading, .number(count), .phrase(reading)))
    }
    if result.cutting > 0 { lines.append(Phrase(.importCutting, .number(result.cutting))) }
    lines += unread
    if result.hasFreeBeginnings { lines.append(Phrase(.importFreeBeginnings)) }
    if result.hasNumbersForLabels { lines.append(Phrase(.importNumbersForLabels)) }
    for line in lines {
      Failure.tell(name.map { Phrase(.inFile, .path($0), .phrase(line)) } ?? line)
    }
  }

  /// What was passed over of items: each kind once, with how many there are.
  private var unread: [Phrase] {
    struct Kind: Hashable {
      var member: String
      var expected: ImportUnread.Expected
    }
    var kinds: [Kind] = []
    var found: [Kind: (count: Int, first: ImportSpot)] = [:]
    for item in result.unread {
      let kind = Kind(member: item.member, expected: item.expected)
      if found[kind] == nil { kinds.append(kind) }
      found[kind, default: (0, item.spot)].count += 1
    }
    return kinds.compactMap { kind in
      found[kind].map { count, first in
        Phrase(
          .importUnread, .quoted(kind.member), .number(count), .phrase(first.phrase),
          .phrase(kind.expected.phrase))
      }
    }
  }

  /// How many items there are of each kind, where `added` were not there already.
  func summary(added: Int) -> String {
    let counts: [(key: PhraseKey, count: Int)] = [
      (.importedPresent, result.annotations.count - added), (.importedMoved, result.moved),
      (.importedWidened, result.widened),
      (.importedFindings, result.findings), (.importedLeftOut, result.leftOut.count),
    ]
    var parts = [Phrase(.importedCount, .number(added))]
    parts += counts.filter { $0.count > 0 }.map { Phrase($0.key, .number($0.count)) }
    parts.append(Phrase(.importedRefused, .number(result.refusedCount)))
    let language = Language.chosen
    return parts.map { $0.string(in: language) }.joined(
      separator: language.code == .arabic ? "، " : ", ")
  }
}

extension ImportReport.Nothing: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase { Phrase(.importNothing, .path(path)) }

  /// 65: the data are wrong.
  var exitCode: Int32 { EX_DATAERR }
}
