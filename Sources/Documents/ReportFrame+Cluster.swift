import Campaigns

/// What stands in the frame of a paper of a cluster (cụm, khối thi đua): the members speak through
/// whoever leads them, to the unit that set the cluster up.
struct ClusterFrame {
  /// `Khối` or `Cụm`; nil for a cluster that is called otherwise.
  private let noun: String?
  let name: String

  init(_ cluster: Cluster) {
    name = cluster.name
    noun = ["Khối", "Cụm"].first { cluster.name.hasPrefix($0 + " ") }
  }

  /// The letters of the issuer in the number of its papers.
  var code: String { noun == "Cụm" ? "CTĐ" : "KTĐ" }

  /// Who leads it changes from year to year, so that the name is left to be written.
  var signature: Frame.Signature {
    guard let noun = noun?.uppercased() else {
      return Frame.Signature(lines: ["TM. CÁC ĐƠN VỊ THÀNH VIÊN"], name: nil)
    }
    return Frame.Signature(lines: ["TM. \(noun) THI ĐUA", "TRƯỞNG \(noun)"], name: nil)
  }

  func recipients(owner: Unit) -> [String] {
    [
      "\(owner.name) (để báo cáo)", "Các đơn vị thành viên (để thực hiện)",
      "Trang thông tin điện tử (để đăng tải)",
    ]
  }
}
