import Testing

@testable import Documents

/// What is read of `pdftotext` may be cut, changed or made up: it is read to an end all the same.
struct PDFBoxesFuzzTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  private var page: PDFWordBoxes {
    var page = PDFWordBoxes()
    for row in 0..<12 {
      let top = 40 + Double(row) * 16
      page.add(["\(row)", "قال", "وُ", "عدت،", "«نعم»."], 320, 570, top: top, sign: row % 3 == 0)
      page.add(["\(row)", "has", "left-", "من", "هنا"], 30, 290, top: top + 3)
    }
    return page
  }

  private func read(_ output: [UInt8], _ layout: [UInt8]) {
    let boxes = PDFBoxes(layout)
    let arranged =
      PDFColumns.mayBeNeeded(output, boxes) ? PDFColumns.read(output, by: boxes).output : output
    let joined = PDFTornWords(layout).joined(in: PDFDashes.restored(in: arranged))
    _ = PDFPages(joined, boxes.bands).paragraphs
    _ = (PDFNotes(layout).title, PDFOverprints(layout).count, boxes.beyondEdges)
  }

  @Test func `any change of what the program writes is read`() {
    var dice = Dice(state: 20_261_201)
    let (output, layout) = (page.plain, page.layout)
    let numbers = ["-1", "1e308", "nan", "inf", "0", "99999999999999999999", ""]
    for round in 0..<60 {
      var (output, layout) = (output, layout)
      if round % 2 == 0 {
        for _ in 0..<8 {
          let number = Array(numbers.randomElement(using: &dice)?.utf8 ?? "".utf8)
          guard
            let quote = layout[Int.random(in: layout.indices, using: &dice)...].firstIndex(
              of: 0x22),
            let end = layout[(quote + 1)...].firstIndex(of: 0x22)
          else { continue }
          layout.replaceSubrange((quote + 1)..<end, with: number)
        }
      }
      for _ in 0..<(round % 5) {
        layout[Int.random(in: layout.indices, using: &dice)] = UInt8.random(
          in: 0...255, using: &dice)
        output[Int.random(in: output.indices, using: &dice)] = UInt8.random(
          in: 0...255, using: &dice)
      }
      if round % 3 == 0 { layout.removeLast(Int.random(in: layout.indices, using: &dice)) }
      if round % 7 == 0 { output.removeLast(Int.random(in: output.indices, using: &dice)) }
      read(output, layout)
    }
  }
}
