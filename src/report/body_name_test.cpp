#include "report/body_name.hpp"

#include <doctest/doctest.h>

using bienban::report::body_name;

TEST_CASE("an office has a capital at its kind, its field and the names of places") {
	CHECK(body_name("agency", "sở giáo dục và đào tạo") == "Sở Giáo dục và Đào tạo");
	CHECK(body_name("agency", "sở nông nghiệp và phát triển nông thôn") == "Sở Nông nghiệp và Phát triển nông thôn");
	CHECK(body_name("agency", "sở văn hóa, thể thao và du lịch") == "Sở Văn hóa, Thể thao và Du lịch");
	CHECK(body_name("agency", "bệnh viện đa khoa tỉnh phú thọ") == "Bệnh viện Đa khoa tỉnh Phú Thọ");
	CHECK(body_name("agency", "bệnh viện huyện pathoumphone") == "Bệnh viện huyện Pathoumphone");
	CHECK(body_name("agency", "hội hữu nghị việt nam - lào") == "Hội Hữu nghị Việt Nam - Lào");
	CHECK(body_name("agency", "hải quan cửa khẩu nà phàu") == "Hải quan cửa khẩu Nà Phàu");
	CHECK(body_name("agency", "tòa án nhân dân tối cao") == "Tòa án nhân dân tối cao");
}

TEST_CASE("units and schools are written by the same rules, what is left of a school's name is a name") {
	CHECK(body_name("military-unit", "đoàn kinh tế - quốc phòng 337") == "Đoàn Kinh tế - Quốc phòng 337");
	CHECK(body_name("school", "đại học sư phạm lam hồng") == "Đại học Sư phạm Lam Hồng");
	CHECK(body_name("school", "trung cấp kỹ thuật savannakhet") == "Trung cấp Kỹ thuật Savannakhet");
	CHECK(body_name("school", "chính trị tỉnh nghệ an") == "Chính trị tỉnh Nghệ An");
}

TEST_CASE("places and firms have a capital at each syllable") {
	CHECK(body_name("district", "vân hồ") == "Vân Hồ");
	CHECK(body_name("village", "xiêng-khọ") == "Xiêng-Khọ");
	CHECK(body_name("company", "cao su việt - lào") == "Cao Su Việt - Lào");
	CHECK(body_name("agency", "").empty());
}
