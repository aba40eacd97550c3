import ArabicText
import Platform

extension ExtractedText {
  /// Lets what names an item name no other one.
  ///
  /// Items may share what a feed or a list calls the name of each, a number that is not counted on, a link to one page, or
  /// have none; the page of the feed itself names none. Then their titles and dates tell them apart; items without, or
  /// that share these, too, have no name but their text.
  ///
  /// - Complexity: O(*n*) in the items.
  mutating func tellItemsApart() {
    let keys = structure.itemKeys
    let front = structure.format == "feed" ? structure.address.map(Self.page) : nil
    let shared = Self.shared(keys.values)
    structure.itemKeys = keys.filter {
      !shared.contains($0.value) && Self.page($0.value) != front
    }
    var names: [TextOffset: String] = [:]
    for index in structure.blocks.indices {
      let title = structure.blocks[index]
      guard title.kind == .heading(level: FeedDocument.level),
        structure.itemKeys[title.span.lower] == nil
      else { continue }
      let words = words(of: title)
      // The number of one without a title is where it stands.
      guard words.contains(where: \.isLetter) else { continue }
      names[title.span.lower] = [keys[title.span.lower], words, day(behind: index)]
        .compactMap(\.self).joined(separator: " ")
    }
    let again = Self.shared(Array(names.values) + Array(structure.itemKeys.values))
    for (start, name) in names where !again.contains(name) { structure.itemKeys[start] = name }
  }

  /// The day in the line below the title of an item, as it is written.
  private func day(behind title: Int) -> String? {
    guard title + 1 < structure.blocks.count, structure.blocks[title + 1].kind == .caption else {
      return nil
    }
    let day = words(of: structure.blocks[title + 1]).split(separator: " · ").first
    return day.map(String.init).flatMap { Timestamp(told: $0) == nil ? nil : $0 }
  }

  private static func page(_ address: String) -> Substring {
    address.hasSuffix("/") ? address.dropLast() : address[...]
  }

  private func words(of block: DocumentStructure.Block) -> String {
    String(decoding: bytes[block.span.lower.utf8..<block.span.upper.utf8], as: UTF8.self)
  }

  private static func shared(_ names: some Sequence<String>) -> Set<String> {
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }
}
