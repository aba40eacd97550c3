import Interface

/// Lines that were typed at the bottom of the screen, the last at the end.
package struct PromptHistory: Hashable, Sendable {
  /// What a line is typed for.
  package enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// A search through the text.
    case search = "/"
    /// A command by its name.
    case command = ":"
    /// What paragraphs must hold to be shown.
    case filter = "&"
    /// A command that was taken from the list of all, by its name.
    case palette = ">"

    /// What stands before the line.
    package var sign: String { rawValue }
  }

  /// A line and what it was typed for.
  package struct Entry: Hashable, Sendable {
    /// What it was typed for.
    package var purpose: Purpose
    /// What was typed.
    package var text: String

    /// A line that was typed.
    package init(_ purpose: Purpose, _ text: String) {
      self.purpose = purpose
      self.text = text
    }

    /// The line as it is kept in a file: its sign, then its text; `nil` where `line` is no such thing.
    package init?(line: some StringProtocol) {
      guard let purpose = line.first.flatMap({ Purpose(rawValue: String($0)) }), line.count > 1
      else { return nil }
      self.init(purpose, String(line.dropFirst()))
    }

    /// The line as it is kept in a file.
    package var line: String { purpose.sign + text }
  }

  /// How many lines are kept.
  package static let capacity = 500

  /// The lines, the last at the end.
  package private(set) var entries: [Entry]

  /// A history of `entries`, of which the last are kept.
  package init(_ entries: [Entry] = []) {
    self.entries = entries.suffix(Self.capacity)
  }

  /// Adds a line; what was typed before in the same words is forgotten.
  mutating func add(_ entry: Entry) {
    entries.removeAll { $0 == entry }
    entries.append(entry)
    if entries.count > Self.capacity { entries.removeFirst() }
  }

  /// The commands that were taken from the list of all last, the latest first, at most `count`.
  package func recentCommands(_ count: Int) -> [Command] {
    // Names that an earlier version had for commands are passed over.
    Array(
      lines(for: .palette, beginningWith: "").lazy.compactMap(Command.init(rawValue:))
        .prefix(count))
  }

  /// The lines of one purpose that begin with `draft`, the last first.
  func lines(for purpose: Purpose, beginningWith draft: String) -> [String] {
    entries.reversed().filter { $0.purpose == purpose && $0.text.hasPrefix(draft) }.map(\.text)
  }
}
