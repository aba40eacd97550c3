import CEncoderArithmetic
import COneDNN

/// Weights of one byte with a scale for each output, and what a product with them needs.
struct ByteWeights: @unchecked Sendable {
  // Unchecked: addresses inside a model's bytes, which never change.
  let input: Int
  let output: Int
  /// `output` rows of `input` weights from -63 to 63: two products of one and an activation of eight
  /// bits then fit sixteen bits, which AVX2 adds in without saying when they do not fit.
  let weights: UnsafePointer<Int8>
  let scales: UnsafePointer<Float>
  let biases: UnsafePointer<Float>
  /// For each output -128 times the sum of its weights: activations are stored 128 too large.
  ///
  /// They are added where sums become numbers.
  let offsets: UnsafePointer<Int32>

  init(_ file: WeightFile, _ section: ModelFile.Section, input: Int, output: Int) {
    self.input = input
    self.output = output
    let start: UnsafePointer<Int8> = file.array(section)
    weights = start
    let numbers = UnsafeRawPointer(start + input * output)
    scales = numbers.assumingMemoryBound(to: Float.self)
    biases = (numbers + 4 * output).assumingMemoryBound(to: Float.self)
    offsets = (numbers + 8 * output).assumingMemoryBound(to: Int32.self)
  }
}

/// How sums of products of bytes are computed.
///
/// All ways give the same integers.
package enum MatrixProduct: Sendable {
  /// By the processor's tiles (AMX) where it has them and the sizes fit, else by the library.
  case widest
  /// By oneDNN, which picks the widest instructions of the processor.
  case library
  /// In plain Swift: what the library is tested against, and where it fails.
  case portable

  /// `sums[r][o] = Σ rows[r][i] · weights[o][i]`.
  ///
  /// - Complexity: O(*rows* · *input* · *output*).
  func multiply(
    _ rows: UnsafePointer<UInt8>, count: Int, by weights: ByteWeights,
    into sums: UnsafeMutablePointer<Int32>
  ) {
    let (input, output) = (Int32(weights.input), Int32(weights.output))
    if case .widest = self,
      rawi_multiply_tiles(rows, Int32(count), weights.weights, input, output, sums)
    {
      return
    }
    if isWide, Self.multiplyByLibrary(rows, count, weights, sums) { return }
    for row in 0..<count {
      let values = rows + row * weights.input
      for output in 0..<weights.output {
        let line = weights.weights + output * weights.input
        var sum: Int32 = 0
        for index in 0..<weights.input { sum &+= Int32(values[index]) &* Int32(line[index]) }
        sums[row * weights.output + output] = sum
      }
    }
  }

  /// Whether instructions that not every processor has are used.
  private var isWide: Bool {
    if case .portable = self { false } else { true }
  }

  /// One thread computes one product: the work is divided by sentences.
  func useOneThread() {
    guard isWide else { return }
    omp_set_num_threads(1)
    _ = Self.withoutTiles
  }

  /// Has the library leave AMX alone, once and before its first product: around its tiles oneDNN 2.6 goes through
  /// all sums one at a time, which took 37 % of the whole analysis, so that VNNI is 1.5 times as fast.
  private static let withoutTiles: Bool =
    rawi_has_tiles() && dnnl_set_max_cpu_isa(dnnl_cpu_isa_avx512_core_vnni) == dnnl_success

  private static func multiplyByLibrary(
    _ rows: UnsafePointer<UInt8>, _ count: Int, _ weights: ByteWeights,
    _ sums: UnsafeMutablePointer<Int32>
  ) -> Bool {
    var noOffset: Int32 = 0
    return dnnl_gemm_u8s8s32(
      CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "T")), CChar(UInt8(ascii: "F")),
      dnnl_dim_t(count), dnnl_dim_t(weights.output), dnnl_dim_t(weights.input), 1, rows,
      dnnl_dim_t(weights.input), 0, weights.weights, dnnl_dim_t(weights.input), 0, 0, sums,
      dnnl_dim_t(weights.output), &noOffset) == dnnl_success
  }
}
