#include "extraction/people.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "lexicon/load.hpp"
#include "text/normalize.hpp"

namespace bienban::extraction {
namespace {

const lexicon::Lexicon& tables() {
	static const auto lexicon = lexicon::load().value();
	return *lexicon;
}

/// A document of one paragraph a line.
model::Document paragraphs(const std::string& text) {
	model::Document document;
	document.text = text::clean(text);
	for (std::size_t at = 0; at < document.text.size();) {
		const auto end = std::min(document.text.find('\n', at), document.text.size());
		document.blocks.push_back({model::BlockKind::paragraph, {base::ByteOffset{at}, base::ByteOffset{end}}});
		at = end + 1;
	}
	return document;
}

/// "name | rank | title | country", one line a person; "-" for what is not given.
std::string people_of(const std::string& text) {
	const auto document = paragraphs(text);
	std::string out;
	for (const auto& person : find_people(annotate(document, tables())).people) {
		out += (out.empty() ? "" : "\n") + person.name + " | " + person.rank.value_or("-") + " | " +
		       person.title.value_or("-") + " | " + person.country.value_or("-");
	}
	return out;
}

}  // namespace

TEST_CASE("a rank stands before the name and the post behind it") {
	CHECK(people_of("Đại tá Lò Văn Quyết, Chỉ huy trưởng Bộ CHQS tỉnh Sơn La phát biểu.") ==
	      "Lò Văn Quyết | Đại tá | Chỉ huy trưởng Bộ CHQS tỉnh Sơn La | VN");
	CHECK(people_of("Đoàn do Đại tá Vì Văn Bảo - Chỉ huy trưởng làm trưởng đoàn.") ==
	      "Vì Văn Bảo | Đại tá | Chỉ huy trưởng | VN");
	CHECK(people_of("Theo trung tướng Đinh Công Trấn - thứ trưởng Bộ Quốc phòng - hai bên sẽ phối hợp.") ==
	      "Đinh Công Trấn | trung tướng | thứ trưởng Bộ Quốc phòng | VN");
	CHECK(people_of("Thượng tá Vũ Hải Đăng đến chúc mừng.") == "Vũ Hải Đăng | Thượng tá | - | VN");
	CHECK(people_of("Đại tá, TS Nguyễn Đức Toán, Viện trưởng Viện Y học.") ==
	      "Nguyễn Đức Toán | Đại tá | Viện trưởng Viện Y học | VN");
}

TEST_CASE("several posts are joined and roles of the event are none") {
	CHECK(people_of("Đoàn do đồng chí Cầm Văn Thưởng, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Sơn La làm Trưởng đoàn đã "
	                "sang thăm.") == "Cầm Văn Thưởng | - | Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh Sơn La | VN");
	CHECK(people_of("Ông Trần Văn Tý, nguyên Bí thư Huyện ủy Vân Hồ kể lại.") ==
	      "Trần Văn Tý | - | nguyên Bí thư Huyện ủy Vân Hồ | VN");
	CHECK(people_of("Trưởng đoàn Lào, Đại tá Khăm Phơi đề nghị.") == "Khăm Phơi | Đại tá | - | LA");
}

TEST_CASE("a post with its body may stand before the name") {
	CHECK(people_of("Bí thư Tỉnh ủy Thanh Hóa Lê Hữu Toàn cho rằng văn kiện có ý nghĩa.") ==
	      "Lê Hữu Toàn | - | Bí thư Tỉnh ủy Thanh Hóa | VN");
	CHECK(people_of("Chủ trì có Bộ trưởng Bộ Công Thương Nguyễn Văn Khởi, Thứ trưởng Bộ Công Thương Trần Thị Mơ và Chủ "
	                "tịch UBND "
	                "tỉnh Quảng Ninh Bùi Văn Lắm.") ==
	      "Nguyễn Văn Khởi | - | Bộ trưởng Bộ Công Thương | VN\n"
	      "Trần Thị Mơ | - | Thứ trưởng Bộ Công Thương | VN\n"
	      "Bùi Văn Lắm | - | Chủ tịch UBND tỉnh Quảng Ninh | VN");
	CHECK(people_of("Đoàn do Phó Giám đốc Sở Y tế, Giám đốc Bệnh viện Đa khoa tỉnh Hồ Việt Tân làm trưởng đoàn.") ==
	      "Hồ Việt Tân | - | Phó Giám đốc Sở Y tế; Giám đốc Bệnh viện Đa khoa tỉnh | VN");
	CHECK(people_of("Tổng Bí thư, Chủ tịch nước Lào Thongkham Sivilay tiếp đoàn.") ==
	      "Thongkham Sivilay | - | Tổng Bí thư; Chủ tịch nước Lào | LA");
}

TEST_CASE("the own name of a village or a school is not the person's") {
	CHECK(people_of("Trưởng thôn Bua Rơ Mah Chăm kể chuyện.") == "Rơ Mah Chăm | - | Trưởng thôn Bua | VN");
	CHECK(people_of("Trưởng bản Phiêng Ban Lò Văn Ọi nói.") == "Lò Văn Ọi | - | Trưởng bản Phiêng Ban | VN");
	CHECK(people_of("Trưởng bản Thoong Pẹ Thao Bun Mi nói.") == "Thao Bun Mi | - | Trưởng bản Thoong Pẹ | LA");
	CHECK(people_of("Ông Cao Bá Phúc, Hiệu trưởng Trường THCS Trần Phú nhận quà.") ==
	      "Cao Bá Phúc | - | Hiệu trưởng Trường THCS Trần Phú | VN");
	CHECK(people_of("Ông Hồ Văn Lực, Trưởng bản Lý Thường nói.") == "Hồ Văn Lực | - | Trưởng bản Lý Thường | VN");
}

TEST_CASE("a list names its people with one form of address or one post") {
	CHECK(people_of("Cùng dự có các ông: Lê Trường Sa, Bí thư Tỉnh uỷ; Nguyễn Văn Cát, Chủ tịch UBND tỉnh và lãnh đạo "
	                "các sở.") ==
	      "Lê Trường Sa | - | Bí thư Tỉnh uỷ | VN\nNguyễn Văn Cát | - | Chủ tịch UBND tỉnh | VN");
	CHECK(people_of("Các ông Alăng Vinh, Chủ tịch UBND huyện Nam Giang và Phôn Xay Kẹo Vông, Phó Huyện trưởng huyện "
	                "Đắc Chưng chủ trì.") ==
	      "Alăng Vinh | - | Chủ tịch UBND huyện Nam Giang | VN\n"
	      "Phôn Xay Kẹo Vông | - | Phó Huyện trưởng huyện Đắc Chưng | LA");
	CHECK(people_of("Các đồng chí Phó Chủ tịch UBND tỉnh: Lê Văn Tám, Nguyễn Thị Chín cùng dự.") ==
	      "Lê Văn Tám | - | Phó Chủ tịch UBND tỉnh | VN\nNguyễn Thị Chín | - | Phó Chủ tịch UBND tỉnh | VN");
}

TEST_CASE("Lao names are read in every way of writing") {
	CHECK(people_of("Đại tá Xay-khăm Bút-sạ-đi, Chỉ huy trưởng Chính trị Bộ CHQS tỉnh Hủa Phăn.") ==
	      "Xay-khăm Bút-sạ-đi | Đại tá | Chỉ huy trưởng Chính trị Bộ CHQS tỉnh Hủa Phăn | LA");
	CHECK(people_of("Đồng chí Khăm Bay - Đuông Chăn, Phó Bí thư Tỉnh ủy phát biểu.") ==
	      "Khăm Bay - Đuông Chăn | - | Phó Bí thư Tỉnh ủy | LA");
	CHECK(people_of("Thượng tá Bun Lợt - Ký Xay Vông, Chính ủy.") ==
	      "Bun Lợt - Ký Xay Vông | Thượng tá | Chính ủy | LA");
	CHECK(people_of("Thượng tá Bun Lợt - Thăm Pa Sợt, Chính ủy.") ==
	      "Bun Lợt - Thăm Pa Sợt | Thượng tá | Chính ủy | LA");
	CHECK(people_of("Đại tá Xổm Mạy Lương Khăm Ma, Chính ủy.") == "Xổm Mạy Lương Khăm Ma | Đại tá | Chính ủy | LA");
	CHECK(people_of("Bà Vilaykone SENGDALA, Giám đốc Sở.") == "Vilaykone SENGDALA | - | Giám đốc Sở | LA");
	CHECK(people_of("Ông Vi-lay Kẹo-vông (Vilay Keovong), Tỉnh trưởng tỉnh Salavan nói.") ==
	      "Vi-lay Kẹo-vông | - | Tỉnh trưởng tỉnh Salavan | LA");
	CHECK(people_of("Đại tá Sổ Pha Xay Nhả Vông-Tỉnh ủy viên, Chỉ huy trưởng.") ==
	      "Sổ Pha Xay Nhả Vông | Đại tá | Tỉnh ủy viên; Chỉ huy trưởng | LA");
}

TEST_CASE("all mentions of a person are one entry with the fullest name and title") {
	const auto document = paragraphs(
	    "Thứ trưởng Hoàng Xuân Thắng đề nghị phối hợp.\n"
	    "Thượng tướng Hoàng Xuân Thắng, Thứ trưởng Bộ Quốc phòng và đồng chí Khăm-phết Xay-nha-vông, Thứ trưởng Bộ "
	    "Quốc phòng Lào.\n"
	    "Đồng chí Khăm-phết cảm ơn đồng chí Thắng. Hoàng Xuân Thắng chúc Khamphet Xaynhavong sức khỏe.");
	const auto found = find_people(annotate(document, tables()));
	REQUIRE(found.people.size() == 2);
	CHECK(found.people[0].name == "Hoàng Xuân Thắng");
	CHECK(found.people[0].rank == "Thượng tướng");
	CHECK(found.people[0].title == "Thứ trưởng Bộ Quốc phòng");
	CHECK(found.people[1].name == "Khăm-phết Xay-nha-vông");
	CHECK(found.mentions.size() >= 6);
	const auto& evidence = found.people[0].evidence;
	CHECK(document.text.substr(evidence.begin.value, evidence.size()) ==
	      "Thượng tướng Hoàng Xuân Thắng, Thứ trưởng Bộ Quốc phòng");
}

TEST_CASE("a name that is given with a post only later is the same person from the start") {
	CHECK(people_of("Ông Bùi Văn Lắm nói lời chào mừng.\nChủ tịch UBND tỉnh Bùi Văn Lắm ký biên bản.") ==
	      "Bùi Văn Lắm | - | Chủ tịch UBND tỉnh | VN");
}

TEST_CASE("the country comes from the title, the side and the shape of the name") {
	CHECK(people_of("Tổng Lãnh sự Việt Nam tại Luông Pha Băng Kiều Thị Hạnh đến dự.") ==
	      "Kiều Thị Hạnh | - | Tổng Lãnh sự Việt Nam tại Luông Pha Băng | VN");
	CHECK(
	    people_of(
	        "Đoàn thành phố Bách Sắc (Trung Quốc) do ông Lý Vĩnh Cường, Phó Thị trưởng dẫn đầu thăm tỉnh Cao Bằng.") ==
	    "Lý Vĩnh Cường | - | Phó Thị trưởng | CN");
	CHECK(people_of("Thiếu tướng Keo Samang, Phó Giám đốc Ty Công an tỉnh Svay Rieng.") ==
	      "Keo Samang | Thiếu tướng | Phó Giám đốc Ty Công an tỉnh Svay Rieng | KH");
}

TEST_CASE("who holds no public post is not read") {
	CHECK(people_of("Bà Lò Thị Mai, hộ nghèo ở bản Nà Cài và em Giàng A Páo, học sinh lớp 5 nhận quà.").empty());
	CHECK(people_of("Chủ tịch Hồ Chí Minh và Chủ tịch Cay-xỏn Phôm-vi-hản đã dày công vun đắp.").empty());
	CHECK(people_of("Công an bắt Nguyễn Văn Tý và H.Q.H. Ảnh: PHÚ SƠN").empty());
	CHECK(people_of("Đường Võ Nguyên Giáp, Trường THPT Lê Quý Đôn, tỉnh Bà Rịa - Vũng Tàu, Đồn Biên phòng Yên Khương.")
	          .empty());
	CHECK(people_of("Chủ tịch UBND tỉnh Quảng Trị giao Giám đốc Sở Công Thương; Bí thư Huyện ủy Mai Châu dự.").empty());
}

TEST_CASE("a headline in capitals names nobody by itself") {
	CHECK(people_of("ĐẠI TÁ LÒ VĂN QUYẾT LÀM CHỈ HUY TRƯỞNG BỘ CHQS TỈNH").empty());
}

TEST_CASE("the post of a host who invites without a name is not the guest's") {
	CHECK(people_of("Nhận lời mời của Tổng Tham mưu trưởng QĐND Việt Nam, Trung tướng Bua-thoong Khăm-mạ-ny, Tổng Tham "
	                "mưu trưởng QĐND Lào, dẫn đầu đoàn sang thăm.") ==
	      "Bua-thoong Khăm-mạ-ny | Trung tướng | Tổng Tham mưu trưởng QĐND Lào | LA");
	CHECK(people_of(
	          "Nhận lời mời của Tổng Tham mưu trưởng QĐND Việt Nam, Thượng tướng Phạm Quốc Khải, đoàn sang thăm.") ==
	      "Phạm Quốc Khải | Thượng tướng | Tổng Tham mưu trưởng QĐND Việt Nam | VN");
}

TEST_CASE("odd punctuation does no harm") {
	for (const auto* text :
	     {"Đại tá", "Đại tá ,", "các ông:", "Chủ tịch (", "ông (((((", "Bí thư - - - ,", "Đại tá Lê-", "nguyên",
	      "Trưởng bản", "Đại tá Khăm -", "TS.", "Giám đốc Sở", "Chủ tịch UBND tỉnh và", "Đại tá A"}) {
		CHECK_NOTHROW(people_of(text));
	}
}

}  // namespace bienban::extraction
