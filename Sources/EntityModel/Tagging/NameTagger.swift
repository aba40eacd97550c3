import ArabicText
import CAnalysisData

/// The trained tagger: finds names of people, organisations and places in running text.
///
/// ```swift
/// let tagger = try NameTagger(copying: bytes)  // of a model file
/// let analysis = Analyzer(tagger: tagger).analyze(document)
/// ```
///
/// The model is a transformer encoder of small width, fine-tuned on labelled news; what it was trained
/// on and how well it does stands in `Training/README.md`. Its weights are used where they lie, in the
/// program or in a file's copy, so that it is ready at once.
public struct NameTagger: Sendable {
  /// Ways of labelling names.
  package enum Guideline: Int, Sendable {
    /// ANERcorp's: clitics inside, with other names.
    case anercorp = 0
    /// Rawi's: clitics and titles outside; people, organisations and places.
    case rawi = 1
  }

  private let file: ModelFile
  private let student: StudentFile?
  private let cutter: PieceCutter

  /// The tagger that is part of the program; `nil` if that were damaged, which a test rules out.
  public static let builtIn: NameTagger? = builtInFile.map { NameTagger($0) }

  /// The fingerprint of ``builtIn``, for what has no use for the tagger itself: finding its pieces takes as long as
  /// many a whole command; `nil` if it were damaged.
  package static var builtInFingerprint: String? { builtInFile?.weights.checksum.checksumText }

  private static let builtInFile: ModelFile? = {
    let data = rawi_tagger()
    let bytes = UnsafeRawBufferPointer(start: data.bytes, count: data.count)
    return try? ModelFile(ModelBytes(viewing: bytes), verifying: false)
  }()

  /// A faster tagger that is part of the program: the first layers of ``builtIn`` and two small ones of
  /// its own that learnt from it; `nil` if it were damaged, which a test rules out.
  public static let fast: NameTagger? = {
    guard let builtIn else { return nil }
    let data = rawi_fast_tagger()
    let bytes = ModelBytes(viewing: UnsafeRawBufferPointer(start: data.bytes, count: data.count))
    let student = try? StudentFile(bytes, of: builtIn.file, verifying: false)
    return student.map { NameTagger(builtIn.file, $0, builtIn.cutter) }
  }()

  /// A tagger from a copy of the bytes of a model file, or of the file of a student of ``builtIn``.
  ///
  /// - Throws: ``ModelError`` where they are no undamaged model of version 1.
  /// - Complexity: O(*n*) in the bytes: the checksum is computed.
  public init(copying bytes: some Collection<UInt8>) throws(ModelError) {
    let bytes = ModelBytes(copying: bytes)
    if let builtIn = Self.builtIn, WeightFile.begins(bytes.bytes, StudentFile.magic) {
      let student = try StudentFile(bytes, of: builtIn.file, verifying: true)
      self.init(builtIn.file, student, builtIn.cutter)
    } else {
      self.init(try ModelFile(bytes, verifying: true))
    }
  }

  private init(_ file: ModelFile, _ student: StudentFile? = nil, _ cutter: PieceCutter? = nil) {
    self.file = file
    self.student = student
    self.cutter = cutter ?? PieceCutter(file)
  }

  /// What tells its weights from others: the checksum of the file, 16 hexadecimal digits.
  package var fingerprint: String { (student?.weights ?? file.weights).checksum.checksumText }

  /// The day on which the labels were finished that the built-in weights have learnt from, and what tells
  /// these weights from others: new ones need a new line here.
  package static let labels = (fingerprint: "3a7d76a174de2fe5", day: "2026-11-30")

  /// How many layers its encoder has.
  package var layerCount: Int {
    student.map { $0.sharedLayers + $0.shape.layers } ?? file.shape.layers
  }

  /// A place to work in, for one thread at a time.
  package func session(product: MatrixProduct = .widest) -> TaggerSession {
    TaggerSession(file: file, student: student, cutter: cutter, product: product)
  }
}
