import ArabicText

/// Names as a catalogue keeps and finds them: their folded words.
enum NameWords {
  /// All of `names`, each once, to be looked through for whole words: ` محمود عباس | عباس `.
  static func kept(_ names: [String]) -> String {
    var seen: Set<String> = []
    let all = names.map(wanted).filter { !$0.isEmpty && seen.insert($0).inserted }
    return all.isEmpty ? "" : " \(all.joined(separator: " | ")) "
  }

  /// The names that are ``kept(_:)`` so, that of the entity first.
  static func names(_ kept: String) -> [String] {
    kept.split(separator: "|").map { String($0.dropFirst().dropLast()) }
  }

  /// The words of `name`, with a blank between two; nothing where it has none.
  static func wanted(_ name: String) -> String {
    let text = DecodedText(name)
    return Tokenizer.tokens(of: text, in: text.span).filter { $0.kind != .punctuation }
      .map { Folding.search.fold(text.string(in: $0.span)) }.joined(separator: " ")
  }
}
