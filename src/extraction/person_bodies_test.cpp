#include "extraction/person_bodies.hpp"

#include <doctest/doctest.h>

#include <string>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"
#include "text/normalize.hpp"

namespace bienban::extraction {
namespace {

/// "name: body, body", one line a person.
std::string bodies_of(const std::string& text) {
	static const auto lexicon = lexicon::load().value();
	model::Document document;
	document.text = text::clean(text);
	document.blocks.push_back(
	    {model::BlockKind::paragraph, {base::ByteOffset{0}, base::ByteOffset{document.text.size()}}});
	const auto a = annotate(document, *lexicon);
	auto people = find_people(a);
	fill_bodies(a, find_parties(a, people), people);
	std::string out;
	for (const auto& person : people.people) {
		out += (out.empty() ? "" : "\n") + person.name + ":";
		for (const auto& body : person.bodies) out += (&body == &person.bodies.front() ? " " : ", ") + body;
	}
	return out;
}

}  // namespace

TEST_CASE("a post belongs to the body in its words") {
	CHECK(bodies_of("Đại tá Lò Văn Quyết, Chỉ huy trưởng Bộ CHQS tỉnh Sơn La phát biểu.") ==
	      "Lò Văn Quyết: VN-05/military-command");
	CHECK(bodies_of("Đại tá Xay-khăm Bút-sạ-đi, Ủy viên Ban Thường vụ Tỉnh ủy, Chỉ huy trưởng Chính trị Bộ CHQS tỉnh "
	                "Hủa Phăn.") == "Xay-khăm Bút-sạ-đi: LA-HO/military-command");
	CHECK(bodies_of("Ông Cầm Văn Thưởng, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Sơn La nói.") ==
	      "Cầm Văn Thưởng: VN-05/party-committee, VN-05/people-committee");
	CHECK(bodies_of("Trung tá Lê Văn Bền, Đồn trưởng Đồn Biên phòng Chiềng Sơn, tỉnh Sơn La nói.") ==
	      "Lê Văn Bền: VN-05/border-post/chiềng sơn");
}

TEST_CASE("a post that only one body has takes the place around it") {
	CHECK(bodies_of("Ông Vi-lay Kẹo-vông, Tỉnh trưởng tỉnh Salavan tiếp đoàn.") ==
	      "Vi-lay Kẹo-vông: LA-SL/people-committee");
	CHECK(bodies_of("Tại tỉnh Hủa Phăn, đồng chí Khăm-phết Xay-nha-vông, Phó Tỉnh trưởng tiếp đoàn.") ==
	      "Khăm-phết Xay-nha-vông: LA-HO/people-committee");
	CHECK(bodies_of("Thiếu tướng Sổm-vang Phom-ma-chắc, Phó Tổng Tham mưu trưởng Quân đội nhân dân Lào thăm.") ==
	      "Sổm-vang Phom-ma-chắc: LA/general-staff");
}

TEST_CASE("a bare post belongs to the body that its sentence named before") {
	CHECK(bodies_of("Đoàn công tác Bộ CHQS tỉnh Hủa Phăn do Đại tá Xay-khăm Bút-sạ-đi, Chỉ huy trưởng làm trưởng đoàn "
	                "sang thăm tỉnh Sơn La.") == "Xay-khăm Bút-sạ-đi: LA-HO/military-command");
	CHECK(bodies_of("Đại tá Xay-khăm Bút-sạ-đi, Chỉ huy trưởng cảm ơn.") == "Xay-khăm Bút-sạ-đi:");
}

TEST_CASE("the commander of the border guard is the country's") {
	CHECK(bodies_of("Tại tỉnh Quảng Trị, Trung tướng Lê Văn Bền, Tư lệnh Bộ đội Biên phòng phát biểu.") ==
	      "Lê Văn Bền: VN/border-guard");
}

TEST_CASE("a post that tells no body has none") {
	CHECK(bodies_of("Ông Trần Văn Tý, Trưởng phòng kể lại.") == "Trần Văn Tý:");
	CHECK(bodies_of("Đồng chí Trần Văn Tý phát biểu.") == "Trần Văn Tý:");
}

}  // namespace bienban::extraction
