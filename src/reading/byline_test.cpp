#include "reading/byline.hpp"

#include <doctest/doctest.h>

using bienban::reading::Line;
using bienban::reading::read_byline;
using bienban::reading::signed_name;
using bienban::reading::take_apart;

namespace {

/// The authors of a line, parted by "; ".
std::string authors_of(std::string_view text) {
	Line line;
	take_apart(text, line);
	const auto byline = read_byline(line, 0, line.tokens.size());
	if (!byline) return "none";
	std::string out;
	for (const auto& author : byline->authors) out += (out.empty() ? "" : "; ") + author;
	return out;
}

}  // namespace

TEST_CASE("labelled by-lines give the writers") {
	CHECK(authors_of("Bài và ảnh: TRẦN VĂN LÂM") == "Trần Văn Lâm");
	CHECK(authors_of("Tin, ảnh: Hải Minh") == "Hải Minh");
	CHECK(authors_of("Tin và ảnh: Hải Minh, Thu An") == "Hải Minh; Thu An");
	CHECK(authors_of("Tác giả: Nhóm phóng viên") == "Nhóm phóng viên");
	CHECK(authors_of("Bài, ảnh: Hà Anh – Đức Long (Sở Ngoại vụ)") == "Hà Anh; Đức Long");
	CHECK(authors_of("Bài và ảnh Lê Thu") == "Lê Thu");
}

TEST_CASE("photographers are not the writers") {
	CHECK(authors_of("Bài: Thu An - Ảnh: Văn Lâm") == "Thu An");
	CHECK(authors_of("Ảnh: P.L") == "");
}

TEST_CASE("bare names are by-lines where they stand alone") {
	CHECK(authors_of("Minh Tâm") == "Minh Tâm");
	CHECK(authors_of("ĐỨC LONG - THU AN") == "Đức Long; Thu An");
	CHECK(authors_of("Thu An/TTXVN") == "Thu An");
	CHECK(authors_of("Thu An - Đài PTTH tỉnh") == "Thu An");
	CHECK(authors_of("Nhóm PV") == "Nhóm PV");
	CHECK(authors_of("BBT") == "BBT");
	CHECK(authors_of("T.K") == "T.K");
}

TEST_CASE("sections, sentences and headlines are no names") {
	CHECK(authors_of("Thời Sự") == "none");
	CHECK(authors_of("Đoàn công tác thăm Đồn Biên phòng") == "none");
	CHECK(authors_of("Giữ biên cương bằng lòng tin") == "none");
}

TEST_CASE("names in capitals are written as names, initials stay") {
	CHECK(signed_name("TRẦN VĂN LÂM") == "Trần Văn Lâm");
	CHECK(signed_name("NHÓM PV") == "Nhóm PV");
	CHECK(signed_name("T.K") == "T.K");
	CHECK(signed_name("PV") == "PV");
	CHECK(signed_name("Thu An") == "Thu An");
}

TEST_CASE("where an office keeps its copy is no author, nor is the post that somebody signs over") {
	for (const std::string_view line : {"Lưu: VT", "Lưu: VT, NV", "- Lưu: VT, ĐN.", "Lưu VT", "Lưu: Văn thư, BTL",
	                                    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "CHỈ HUY TRƯỞNG"}) {
		CAPTURE(line);
		CHECK(authors_of(line) == "none");
	}
	CHECK(authors_of("Lưu Minh Hải") == "Lưu Minh Hải");
}
