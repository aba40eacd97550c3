import TestSupport
import Testing

@testable import EntityModel

@Suite("The encoder")
struct EncoderTests {
  private let file: ModelFile

  init() throws {
    file = try ModelFile(ModelBytes(copying: TinyModel().bytes()), verifying: true)
  }

  @Test func `products by the library are those in plain Swift`() {
    var random = SeededGenerator(seed: 11)
    let weights = ByteWeights(
      file.weights, .layer(0, .widen), input: TinyModel.width, output: TinyModel.innerWidth)
    for count in [1, 2, 7, 16, 65] {
      let rows = (0..<count * TinyModel.width).map { _ in UInt8.random(in: 1...255, using: &random)
      }
      var sums: [[Int32]] = []
      for product in [MatrixProduct.library, .portable] {
        var result = [Int32](repeating: 0, count: count * TinyModel.innerWidth)
        product.multiply(rows, count: count, by: weights, into: &result)
        sums.append(result)
      }
      #expect(sums[0] == sums[1])
    }
  }

  @Test func `a run's numbers do not depend on its neighbours`() {
    var random = SeededGenerator(seed: 13)
    var encoder = Encoder(file, product: .library)
    defer { encoder.free() }
    for _ in 0..<30 {
      let runs = (0..<4).map { _ in run(of: Int.random(in: 1...20, using: &random), &random) }
      let together = numbers(encoder.encode(runs, guideline: 1), runs.joined().count)
      var apart: [Float] = []
      for run in runs { apart += numbers(encoder.encode([run], guideline: 1), run.count) }
      #expect(together == apart)
      #expect(together.allSatisfy { $0.isFinite })
    }
  }

  @Test func `the library and plain Swift agree but for rounding`() {
    var random = SeededGenerator(seed: 17)
    var library = Encoder(file, product: .library)
    var portable = Encoder(file, product: .portable)
    defer {
      library.free()
      portable.free()
    }
    for _ in 0..<20 {
      let run = run(of: Int.random(in: 1...60, using: &random), &random)
      let first = numbers(library.encode([run], guideline: 0), run.count)
      let second = numbers(portable.encode([run], guideline: 0), run.count)
      // A sum in another order may fall to the neighbouring byte: a step of one in 127.
      for (a, b) in zip(first, second) { #expect(abs(a - b) < 0.05) }
    }
  }

  private func run(of count: Int, _ random: inout SeededGenerator) -> [PieceVocabulary.Piece] {
    (0..<count).map { _ in .random(in: 0..<Int32(file.shape.pieces), using: &random) }
  }

  private func numbers(_ rows: UnsafePointer<Float>, _ count: Int) -> [Float] {
    Array(UnsafeBufferPointer(start: rows, count: count * TinyModel.width))
  }
}
