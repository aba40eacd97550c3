import Foundation

/// Reads rows of a screen back into logical text, without the code that drew them.
enum VisualText {
  private static let mirrored: [Character: Character] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«", "‹": "›", "›": "‹", "{": "}",
    "}": "{", "<": ">", ">": "<",
  ]

  /// The logical text of one row of right-to-left text: cells from the right, letters instead of
  /// presentation forms, brackets turned, numbers and Latin words turned back.
  static func logical(_ row: String) -> String {
    var cells = clusters(row.trimmingCharacters(in: .whitespaces)).reversed() as [Character]
    var index = 0
    while index < cells.count {
      guard let end = leftToRightRun(cells, from: index) else {
        cells[index] = mirrored[cells[index]] ?? cells[index]
        index += 1
        continue
      }
      cells[index..<end].reverse()
      index = end
    }
    return String(cells).precomposedStringWithCompatibilityMapping
  }

  /// The base and its marks of each cell.
  private static func clusters(_ row: String) -> [Character] { Array(row) }

  /// The end of the run of Latin words or of the number that begins at `start` (read from the right).
  private static func leftToRightRun(_ cells: [Character], from start: Int) -> Int? {
    guard isLatin(cells[start]) || isDigit(cells[start]) else { return nil }
    var end = start + 1
    var index = end
    // A run of letters takes in what stands between letters, a number the separators inside it.
    let hasLetters = { (range: Range<Int>) in cells[range].contains(where: isLatin) }
    while index < cells.count, !isArabic(cells[index]) {
      if isLatin(cells[index]) || isDigit(cells[index]) {
        let between = cells[end..<index]
        let joins =
          between.isEmpty || hasLetters(start..<index) && hasLetters(index..<index + 1)
          || between.count == 1 && between.allSatisfy { ".,:/".contains($0) }
          || hasLetters(index..<cells.count)
            && between.allSatisfy { $0 == " " || $0 == "-" || $0 == "'" }
        if !joins { break }
        end = index + 1
      }
      index += 1
    }
    return end
  }

  private static func isLatin(_ cell: Character) -> Bool {
    cell.isLetter && cell.unicodeScalars.allSatisfy { $0.value < 0x250 }
  }

  private static func isDigit(_ cell: Character) -> Bool { cell.isNumber }

  private static func isArabic(_ cell: Character) -> Bool { cell.isLetter && !isLatin(cell) }
}
