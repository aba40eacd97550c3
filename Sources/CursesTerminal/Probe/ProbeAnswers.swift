/// What a terminal answered to ``TerminalProbe/queries``.
package struct ProbeAnswers: Hashable, Sendable {
  /// The state of ECMA-48 mode 8 (DECRPM): 0 unknown mode, 1 set, 2 reset, 3 and 4 permanently so.
  package var bidiMode: Int?
  /// The name and version, for example "Konsole 22.12.3" (XTVERSION).
  package var version: String?
  /// The background colour as 0xRRGGBB (OSC 11).
  package var background: UInt32?
  /// Whether the last query, which every terminal answers, was answered (DA1).
  package var isComplete = false

  /// No answers.
  package init() {}

  /// Takes the answers out of `bytes` and leaves the rest there: keys typed meanwhile, or the
  /// beginning of an answer.
  package init(takenFrom bytes: inout [UInt8]) {
    var rest: [UInt8] = []
    var scanner = bytes[...]
    while let first = scanner.first {
      if first == 0x1B, let sequence = ControlSequence(prefixOf: scanner), read(sequence) {
        scanner = scanner.dropFirst(sequence.length)
      } else {
        rest.append(first)
        scanner = scanner.dropFirst()
      }
    }
    bytes = rest
  }

  /// Adds what `later` knows.
  package mutating func merge(_ later: ProbeAnswers) {
    bidiMode = later.bidiMode ?? bidiMode
    version = later.version ?? version
    background = later.background ?? background
    isComplete = isComplete || later.isComplete
  }

  /// Whether `sequence` is an answer; if so it is kept.
  private mutating func read(_ sequence: ControlSequence) -> Bool {
    switch sequence.kind {
    case .csi:
      if sequence.body.hasSuffix("$y") {
        let parameters = sequence.body.dropLast(2).split(separator: ";")
        if parameters.first == "8" { bidiMode = parameters.last.flatMap { Int($0) } }
        return true
      }
      guard sequence.body.hasSuffix("c"), sequence.body.hasPrefix("?") else { return false }
      isComplete = true
      return true
    case .dcs:
      guard sequence.body.hasPrefix(">|") else { return false }
      version = String(sequence.body.dropFirst(2))
      return true
    case .osc:
      guard sequence.body.hasPrefix("11;") else { return false }
      background = Self.color(sequence.body.dropFirst(3))
      return true
    }
  }

  /// The colour `rgb:R/G/B`, each of 1 to 4 hexadecimal digits (XParseColor).
  private static func color(_ text: Substring) -> UInt32? {
    guard text.hasPrefix("rgb:") || text.hasPrefix("rgba:") else { return nil }
    let channels = text.drop { $0 != ":" }.dropFirst().split(separator: "/").prefix(3)
    guard channels.count == 3 else { return nil }
    var color: UInt32 = 0
    for channel in channels {
      guard (1...4).contains(channel.count), let value = UInt32(channel, radix: 16) else {
        return nil
      }
      let largest: UInt32 = (1 << (4 * UInt32(channel.count))) - 1
      color = color << 8 | (value * 255 + largest / 2) / largest
    }
    return color
  }
}
