import ArabicText
import Interface
import Library
import Platform

/// Prints who speaks of whom in one of the formats of ``WhoCommand``.
struct SpeakerPrinter {
  let format: FindCommand.Format
  let output: StandardOutput

  private static let columns = [
    "speaker", "kind", "quotations", "articles", "topic", "topic-kind", "topic-quotations",
  ]

  /// Prints all.
  func print(_ table: SpeakerTable) throws(OutputError) {
    switch format {
    case .text: for speaker in table.speakers { try printText(speaker) }
    case .csv:
      try output.commaRow(Self.columns)
      for speaker in table.speakers { try printRows(speaker) }
    case .json:
      try output.json(
        .object([
          ("speakers", .array(table.speakers.map(value))),
          ("unnamed", .integer(Int64(table.unnamed))),
          ("articles", .integer(Int64(table.documents))),
        ]))
    }
  }

  private func printText(_ speaker: SpeakerTable.Speaker) throws(OutputError) {
    let counts = Phrase(.whoSaid, .number(speaker.quotations), .number(speaker.documents))
    try output.line("\(Self.line(speaker.name.name)): \(counts.string(in: .chosen))")
    guard !speaker.topics.isEmpty else { return }
    let topics = speaker.topics.map { "\(Self.line($0.name.name)) \($0.quotations)" }
    try output.line("    \(topics.joined(separator: " · "))")
  }

  /// `name` on one line.
  private static func line(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func printRows(_ speaker: SpeakerTable.Speaker) throws(OutputError) {
    let facts = [
      speaker.name.name, speaker.name.kind?.rawValue ?? "", "\(speaker.quotations)",
      "\(speaker.documents)",
    ]
    if speaker.topics.isEmpty { try output.commaRow(facts + ["", "", ""]) }
    for topic in speaker.topics {
      try output.commaRow(
        facts + [topic.name.name, topic.name.kind?.rawValue ?? "", "\(topic.quotations)"])
    }
  }

  private func value(_ speaker: SpeakerTable.Speaker) -> JSON {
    .object([
      ("speaker", .string(speaker.name.name)),
      ("kind", speaker.name.kind.map { JSON.string($0.rawValue) }),
      ("quotations", .integer(Int64(speaker.quotations))),
      ("articles", .integer(Int64(speaker.documents))),
      (
        "topics",
        .array(
          speaker.topics.map { topic in
            .object([
              ("name", .string(topic.name.name)),
              ("kind", topic.name.kind.map { JSON.string($0.rawValue) }),
              ("quotations", .integer(Int64(topic.quotations))),
            ])
          })
      ),
    ])
  }
}
