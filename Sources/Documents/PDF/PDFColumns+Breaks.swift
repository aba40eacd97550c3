extension PDFColumns {
  /// How far below a line the next one of its column stands at most, how much their heights differ, and how far it reaches
  /// out, in heights of it: judgements.
  private static let (mostGap, mostDifference, mostReach) = (0.8, 0.15, 3.0)

  /// How often `rows`, what is read, leave a column within a sentence though it goes on right below: then what parts the
  /// columns was not found.
  ///
  /// - Complexity: O(*n*²) in the lines at most.
  func breaks(in rows: [[Int]], _ texts: [ArraySlice<UInt8>]) -> Int {
    let rows = rows.filter { !$0.isEmpty }
    return zip(rows, rows.dropFirst()).count { row, next in
      guard row.count == 1, PDFTableRows.areText([lines[row[0]]]) else { return false }
      let line = lines[row[0]]
      guard next.allSatisfy({ lines[$0].left >= line.right || lines[$0].right <= line.left }),
        lines.contains(where: { goesOn(line, in: $0) })
      else { return false }
      return !PDFPages.endsSentence(PDFLetters.line(scalars(of: line, texts)))
    }
  }

  /// Whether `next` is the line of a text right below `line`, in its column.
  private func goesOn(_ line: PDFBoxes.Line, in next: PDFBoxes.Line) -> Bool {
    let gap = next.top - line.bottom
    return next.middle > line.bottom && gap < Self.mostGap * line.height
      && abs(next.height - line.height) < Self.mostDifference * line.height
      && next.left > line.left - Self.mostReach * line.height
      && next.right < line.right + Self.mostReach * line.height
      && min(next.right, line.right) - max(next.left, line.left) > next.width / 2
      && PDFTableRows.areText([next])
  }
}
