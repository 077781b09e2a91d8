#include "world_names.hpp"

#include <array>

namespace bienban::bench {
namespace {

using Names = std::array<std::string_view, 6>;
using Five = std::array<std::string_view, 5>;

constexpr std::array<std::string_view, 2> k_thanh_hoa = {"Thanh Hóa", "Thanh Hoá"};
constexpr std::array<std::string_view, 1> k_son_la = {"Sơn La"};
constexpr std::array<std::string_view, 1> k_dien_bien = {"Điện Biên"};
constexpr std::array<std::string_view, 1> k_nghe_an = {"Nghệ An"};
constexpr std::array<std::string_view, 1> k_ha_tinh = {"Hà Tĩnh"};
constexpr std::array<std::string_view, 1> k_quang_binh = {"Quảng Bình"};
constexpr std::array<std::string_view, 1> k_quang_tri = {"Quảng Trị"};
constexpr std::array<std::string_view, 2> k_hue = {"Thừa Thiên Huế", "Thừa Thiên - Huế"};
constexpr std::array<std::string_view, 1> k_quang_nam = {"Quảng Nam"};
constexpr std::array<std::string_view, 2> k_kon_tum = {"Kon Tum", "Kontum"};

constexpr Names k_phongsaly = {"Phông Sa Lỳ", "Phongsaly", "Phông-sa-lỳ", "Phông Sa Ly", "Phong Sa Ly", "Phôngsaly"};
constexpr Names k_houaphanh = {"Hủa Phăn", "Houaphanh", "Hủa-phăn", "Hua Phăn", "Houaphan", "Huaphanh"};
constexpr Names k_khouang = {"Xiêng Khoảng", "Xiengkhouang",  "Xiêng-khoảng",
                             "Xiêng Khuảng", "Xieng Khouang", "Xiêng Khoang"};
constexpr Names k_bolikhamxay = {"Bôlykhămxay",    "Bolikhamxay", "Bô-ly-khăm-xay",
                                 "Bô Ly Khăm Xay", "Bolikhamsai", "Bo Ly Khăm Xay"};
constexpr Names k_khammouane = {"Khăm Muộn", "Khammouane", "Khăm-muộn", "Khăm Muồn", "Khammuan", "Khăm Muôn"};
constexpr Names k_savannakhet = {"Savannakhet",    "Sa-vẳn-na-khệt", "Sa Vẳn Na Khệt",
                                 "Sạ Vẳn Nạ Khệt", "Xavannakhẹt",    "Savannakhẹt"};
constexpr Names k_salavan = {"Salavan", "Sa-la-van", "Sa La Van", "Sa La Văn", "Saravan", "Xa La Van"};
constexpr Names k_sekong = {"Sê Kông", "Sekong", "Sê-kông", "Xê Kông", "Xekong", "Sê Công"};
constexpr Names k_attapeu = {"Attapư", "Attapeu", "Ắt-tạ-pư", "Át Ta Pư", "Attapu", "Ắt Tạ Pư"};
constexpr Names k_luang_prabang = {"Luông Pha Băng",  "Luang Prabang", "Luông-pha-băng",
                                   "Luông Phra Băng", "Louangphabang", "Luông Pha Bang"};

constexpr std::array<std::string_view, 4> k_of_dien_bien = {"Mường Nhé", "Nậm Pồ", "Mường Chà", "Điện Biên"};
constexpr std::array<std::string_view, 5> k_of_son_la = {"Mộc Châu", "Sốp Cộp", "Sông Mã", "Yên Châu", "Vân Hồ"};
constexpr std::array<std::string_view, 5> k_of_thanh_hoa = {"Mường Lát", "Quan Hóa", "Quan Sơn", "Lang Chánh",
                                                            "Thường Xuân"};
constexpr std::array<std::string_view, 5> k_of_nghe_an = {"Kỳ Sơn", "Quế Phong", "Tương Dương", "Con Cuông", "Anh Sơn"};
constexpr std::array<std::string_view, 3> k_of_ha_tinh = {"Hương Sơn", "Vũ Quang", "Hương Khê"};
constexpr std::array<std::string_view, 4> k_of_quang_binh = {"Minh Hóa", "Tuyên Hóa", "Bố Trạch", "Lệ Thủy"};
constexpr std::array<std::string_view, 2> k_of_quang_tri = {"Hướng Hóa", "Đa Krông"};
constexpr std::array<std::string_view, 1> k_of_hue = {"A Lưới"};
constexpr std::array<std::string_view, 2> k_of_quang_nam = {"Nam Giang", "Tây Giang"};
constexpr std::array<std::string_view, 2> k_of_kon_tum = {"Ngọc Hồi", "Đắk Glei"};

constexpr std::array<std::string_view, 4> k_of_phongsaly = {"Mường Mày", "Nhọt Ù", "Sam Phăn", "Mường Khoa"};
constexpr std::array<std::string_view, 3> k_of_luang_prabang = {"Phon Thoong", "Mường Ngòi", "Viêng Khăm"};
constexpr std::array<std::string_view, 5> k_of_houaphanh = {"Sốp Bâu", "Xiềng Khọ", "Viêng Xay", "Sầm Tớ", "Mường Ét"};
constexpr std::array<std::string_view, 2> k_of_khouang = {"Noọng Hét", "Mường Mộc"};
constexpr std::array<std::string_view, 2> k_of_bolikhamxay = {"Khăm Cợt", "Xay Chăm Phon"};
constexpr std::array<std::string_view, 2> k_of_khammouane = {"Bua La Pha", "Na Cai"};
constexpr std::array<std::string_view, 3> k_of_savannakhet = {"Sê Pôn", "Mường Noòng", "Vi La Bu Ly"};
constexpr std::array<std::string_view, 2> k_of_salavan = {"Sa Muội", "Tà Ổi"};
constexpr std::array<std::string_view, 2> k_of_sekong = {"Kà Lừm", "Đắc Chưng"};
constexpr std::array<std::string_view, 2> k_of_attapeu = {"Phu Vông", "Xanxay"};

constexpr Province k_vn_dien_bien = {"VN-71", k_dien_bien, "thành phố Điện Biên Phủ", k_of_dien_bien};
constexpr Province k_vn_son_la = {"VN-05", k_son_la, "thành phố Sơn La", k_of_son_la};
constexpr Province k_la_houaphanh = {"LA-HO", k_houaphanh, "thị xã Sầm Nưa", k_of_houaphanh};
constexpr Province k_la_luang_prabang = {"LA-LP", k_luang_prabang, "", k_of_luang_prabang};

constexpr std::array<ProvincePair, 12> k_pairs = {{
    {k_vn_son_la, k_la_houaphanh, 205},
    {{"VN-22", k_nghe_an, "thành phố Vinh", k_of_nghe_an},
     {"LA-XI", k_khouang, "thị xã Phôn Sa Vẳn", k_of_khouang},
     375},
    {{"VN-25", k_quang_tri, "thành phố Đông Hà", k_of_quang_tri},
     {"LA-SV", k_savannakhet, "thành phố Kaysone Phomvihane", k_of_savannakhet},
     585},
    {{"VN-21", k_thanh_hoa, "thành phố Thanh Hóa", k_of_thanh_hoa}, k_la_houaphanh, 275, false},
    {k_vn_dien_bien, {"LA-PH", k_phongsaly, "", k_of_phongsaly}, 10},
    {{"VN-23", k_ha_tinh, "thành phố Hà Tĩnh", k_of_ha_tinh},
     {"LA-BL", k_bolikhamxay, "thị xã Pạc Xan", k_of_bolikhamxay},
     470},
    {{"VN-24", k_quang_binh, "thành phố Đồng Hới", k_of_quang_binh},
     {"LA-KH", k_khammouane, "thị xã Thà Khẹt", k_of_khammouane},
     515},
    {{"VN-26", k_hue, "thành phố Huế", k_of_hue}, {"LA-SL", k_salavan, "", k_of_salavan}, 635},
    {{"VN-27", k_quang_nam, "thành phố Tam Kỳ", k_of_quang_nam}, {"LA-XE", k_sekong, "thị xã Lamam", k_of_sekong}, 690},
    {{"VN-28", k_kon_tum, "thành phố Kon Tum", k_of_kon_tum},
     {"LA-AT", k_attapeu, "thị xã Samakkhixay", k_of_attapeu},
     760},
    {k_vn_dien_bien, k_la_luang_prabang, 115},
    {k_vn_son_la, k_la_luang_prabang, 150, false},
}};

/// Names of places too small for any table.
constexpr std::array<std::string_view, 18> k_first = {"Nậm",  "Pa",   "Huổi", "Chiềng", "Phiêng", "Khe",
                                                      "Tà",   "A",    "Pha",  "Cò",     "Bó",     "Sam",
                                                      "Lũng", "Thâm", "Kéo",  "Lọng",   "Búng",   "Hin"};
constexpr std::array<std::string_view, 30> k_second = {"Luông", "Pục",  "Sưa", "Hịa",  "Thín", "Khoang", "Đanh", "Phẩy",
                                                       "Lếch",  "Ngừa", "Vén", "Tông", "Hẹ",   "Khiển",  "Mằn",  "Pheo",
                                                       "Chôm",  "Rặt",  "Búp", "Lìm",  "Đứa",  "Xẻ",     "Tỏm",  "Ngạn",
                                                       "Cắp",   "Piệt", "Son", "Hùn",  "Vặc",  "Tiên"};
constexpr std::size_t k_small_places = k_first.size() * k_second.size();

/// Every number gives a name, and no two below k_small_places the same.
std::string small_place(std::size_t number) {
	number = number * 77 % k_small_places;  // 77 and 540 have no factor in common
	return std::string(k_first[number % k_first.size()]) + ' ' +
	       std::string(k_second[number / k_first.size() % k_second.size()]);
}

/// The letters of this world's names in lower case.
std::string lower(std::string_view text) {
	std::string out;
	for (std::size_t i = 0; i < text.size(); ++i) {
		const auto c = static_cast<unsigned char>(text[i]);
		if (c >= 'A' && c <= 'Z') {
			out += static_cast<char>(c - 'A' + 'a');
		} else if (text.substr(i).starts_with("Đ")) {
			out += "đ";
			++i;
		} else if (text.substr(i).starts_with("É")) {
			out += "é";
			++i;
		} else if (text.substr(i).starts_with("Ổ")) {
			out += "ổ";
			i += 2;
		} else {
			out += text[i];
		}
	}
	return out;
}

struct BodyWords {
	std::string_view full;
	std::string_view brief;
	std::string_view written_out;
	std::string_view kind;
	std::string_view head_vietnamese;
	std::string_view deputy_vietnamese;
	std::string_view head_lao;
	std::string_view deputy_lao;
};

/// The Vietnamese and the Lao body of a kind; written-out forms for papers that like them.
constexpr std::array<BodyWords, 7> k_vietnamese_bodies = {{
    {"Bộ Chỉ huy BĐBP tỉnh", "BĐBP tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "border-guard", "Chỉ huy trưởng",
     "Phó Chỉ huy trưởng", "Chỉ huy trưởng", "Phó Chỉ huy trưởng"},
    {"Bộ CHQS tỉnh", "Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "military-command", "Chỉ huy trưởng",
     "Phó Chỉ huy trưởng", "Chỉ huy trưởng", "Phó Chỉ huy trưởng"},
    {"Công an tỉnh", "Công an tỉnh", "Công an tỉnh", "police", "Giám đốc", "Phó Giám đốc", "Giám đốc", "Phó Giám đốc"},
    {"tỉnh", "tỉnh", "tỉnh", "province", "Chủ tịch UBND", "Phó Chủ tịch UBND", "Tỉnh trưởng", "Phó Tỉnh trưởng"},
    {"Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "fatherland-front",
     "Chủ tịch", "Phó Chủ tịch", "Chủ tịch", "Phó Chủ tịch"},
    {"Hội LHPN tỉnh", "Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "women-union", "Chủ tịch", "Phó Chủ tịch",
     "Chủ tịch", "Phó Chủ tịch"},
    {"Tỉnh đoàn", "Tỉnh đoàn", "Tỉnh đoàn", "youth-union", "Bí thư", "Phó Bí thư", "Bí thư", "Phó Bí thư"},
}};
constexpr std::array<BodyWords, 7> k_lao_bodies = {{
    {"Bộ CHQS tỉnh", "Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "military-command", "", "", "", ""},
    {"Bộ CHQS tỉnh", "Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "military-command", "", "", "", ""},
    {"Công an tỉnh", "Công an tỉnh", "Công an tỉnh", "police", "", "", "", ""},
    {"tỉnh", "tỉnh", "tỉnh", "province", "", "", "", ""},
    {"Mặt trận Lào xây dựng đất nước tỉnh", "Mặt trận tỉnh", "Ủy ban Mặt trận Lào xây dựng đất nước tỉnh",
     "fatherland-front", "", "", "", ""},
    {"Hội LHPN tỉnh", "Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "women-union", "", "", "", ""},
    {"Đoàn Thanh niên NDCM Lào tỉnh", "Đoàn Thanh niên tỉnh", "Đoàn Thanh niên Nhân dân Cách mạng Lào tỉnh",
     "youth-union", "", "", "", ""},
}};

std::string_view name_of(const Province& province, std::size_t which) {
	return province.names[which % province.names.size()];
}

/// The district of a relation between two districts; relations between posts stand in one too.
std::string_view district_of(const Province& province, std::size_t which) {
	return province.border[which % province.border.size()];
}

Body provincial(const BodyWords& words, const Province& province, std::size_t spelling, bool written_out,
                std::string_view country) {
	const std::string name(name_of(province, spelling));
	Body body;
	body.brief = std::string(words.brief) + ' ' + name;
	body.of_post = std::string(written_out ? words.written_out : words.full) + ' ' + name;
	body.full = body.of_post + std::string(country);
	body.party = std::string(province.code) + '/' + std::string(words.kind);
	return body;
}

Body local(std::string_view type, std::string_view name, std::string_view around, const Province& province,
           std::string_view kind) {
	Body body;
	body.brief = std::string(type) + ' ' + std::string(name);
	body.of_post = body.brief;
	body.full = body.brief + " (" + std::string(around) + ')';
	body.party = std::string(province.code) + '/' + std::string(kind) + '/' + lower(name);
	return body;
}

constexpr std::array<std::string_view, 16> k_surnames = {"Nguyễn", "Trần", "Lê",   "Phạm", "Hoàng", "Phan",
                                                         "Vũ",     "Đặng", "Bùi",  "Đỗ",   "Hồ",    "Ngô",
                                                         "Dương",  "Cao",  "Đinh", "Lương"};
constexpr std::array<std::string_view, 12> k_middle = {"Văn",  "Đức",  "Quang", "Xuân", "Thanh", "Hữu",
                                                       "Ngọc", "Minh", "Trọng", "Bá",   "Công",  "Đình"};
constexpr std::array<std::string_view, 36> k_given = {
    "Hải",   "Sơn",  "Thắng", "Cường", "Dũng", "Hùng", "Tuấn",  "Khoa",  "Bình", "Nam",   "Toàn", "Vinh",
    "Lâm",   "Phúc", "Thành", "Trung", "Kiên", "Long", "Quyết", "Tiến",  "Hiếu", "Đạt",   "Quân", "Tùng",
    "Thịnh", "Hòa",  "Chiến", "Khánh", "Lợi",  "Mạnh", "Nghĩa", "Phong", "Tài",  "Vượng", "Sỹ",   "Thái"};

/// A syllable of a Lao name as Vietnamese papers write it, and as Latin ones do.
struct Syllable {
	std::string_view vietnamese;
	std::string_view latin;
};
constexpr std::array<Syllable, 14> k_given_first = {{{"Khăm", "Kham"},
                                                     {"Bun", "Boun"},
                                                     {"Xổm", "Som"},
                                                     {"Thoong", "Thong"},
                                                     {"Vi", "Vi"},
                                                     {"Phết", "Phet"},
                                                     {"Sụ", "Sou"},
                                                     {"Chăn", "Chan"},
                                                     {"Phô", "Pho"},
                                                     {"Vông", "Vong"},
                                                     {"Si", "Si"},
                                                     {"Keo", "Keo"},
                                                     {"Ăm", "Am"},
                                                     {"Un", "Oun"}}};
constexpr std::array<Syllable, 12> k_given_last = {{{"phăn", "phanh"},
                                                    {"thạ", "tha"},
                                                    {"xay", "xay"},
                                                    {"pheng", "pheng"},
                                                    {"lay", "lay"},
                                                    {"khăm", "kham"},
                                                    {"sỏn", "sone"},
                                                    {"mi", "my"},
                                                    {"nhông", "nhong"},
                                                    {"phon", "phone"},
                                                    {"cẳn", "kanh"},
                                                    {"đi", "dy"}}};
constexpr std::array<Syllable, 14> k_family_first = {{{"Phôm", "Phom"},
                                                      {"Xay", "Xay"},
                                                      {"Sỉ", "Si"},
                                                      {"Vông", "Vong"},
                                                      {"Lạ", "La"},
                                                      {"Đuông", "Douang"},
                                                      {"Keo", "Keo"},
                                                      {"In", "In"},
                                                      {"Bút", "Bout"},
                                                      {"Chăn", "Chan"},
                                                      {"Thăm", "Tham"},
                                                      {"Khun", "Khoun"},
                                                      {"Phăn", "Phan"},
                                                      {"Sổm", "Som"}}};
constexpr std::array<Syllable, 8> k_family_middle = {{{"mạ", "ma"},
                                                      {"thạ", "tha"},
                                                      {"na", "na"},
                                                      {"ly", "ly"},
                                                      {"lạ", "la"},
                                                      {"khăm", "kham"},
                                                      {"phu", "phou"},
                                                      {"sạ", "sa"}}};
constexpr std::array<Syllable, 12> k_family_last = {{{"vông", "vong"},
                                                     {"chăn", "chanh"},
                                                     {"xay", "xay"},
                                                     {"sắc", "sack"},
                                                     {"nhạ", "nha"},
                                                     {"đét", "deth"},
                                                     {"phôn", "phone"},
                                                     {"lạt", "lath"},
                                                     {"thông", "thong"},
                                                     {"vẳn", "vanh"},
                                                     {"khun", "khoun"},
                                                     {"mi", "my"}}};

void append(std::string& out, const Syllable& syllable, std::size_t style, bool first) {
	const std::string_view text = style == 3 ? syllable.latin : syllable.vietnamese;
	if (style == 3) {
		out += first ? std::string(text) : lower(text);
	} else if (style == 0) {
		if (!first) out += '-';
		out += first ? std::string(text) : lower(text);
	} else {
		if (!first) out += ' ';
		out += static_cast<char>(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0]);
		out += text.substr(1);
		if (text.starts_with("đ")) out.replace(out.size() - text.size(), 2, "Đ");
	}
}

std::string lao_name(Random random, std::size_t style) {
	std::string out;
	append(out, random.one_of(k_given_first), style, true);
	append(out, random.one_of(k_given_last), style, false);
	out += style == 2 ? " - " : " ";
	append(out, random.one_of(k_family_first), style, true);
	append(out, random.one_of(k_family_middle), style, false);
	append(out, random.one_of(k_family_last), style, false);
	return out;
}

bool armed(Bodies bodies) {
	return bodies == Bodies::border_guard || bodies == Bodies::military || bodies == Bodies::police ||
	       bodies == Bodies::post;
}

}  // namespace

std::span<const ProvincePair> province_pairs() { return k_pairs; }

Relation relation_of(std::size_t number, std::size_t pairs) {
	const ProvincePair& pair = k_pairs[number % pairs];
	std::size_t level = number / pairs;
	if (level < 7) return {number, &pair, static_cast<Bodies>(level), 0};
	level -= 7;
	// Districts meet crosswise, each pairing once; after that come the posts.
	const std::size_t districts = std::min<std::size_t>(pair.vietnamese.border.size() * pair.lao.border.size(), 6);
	if (level < districts) return {number, &pair, Bodies::district, level};
	return {number, &pair, Bodies::post, level - districts};
}

Body vietnamese_body(const Relation& relation, const Spelling& spelling) {
	const Province& province = relation.pair->vietnamese;
	const std::string name(name_of(province, spelling.vietnamese_name));
	if (relation.bodies == Bodies::post) {
		const std::string post = small_place(relation.own);
		return local(spelling.long_bodies ? "Đồn Biên phòng" : "Đồn BP", post, "BĐBP tỉnh " + name, province,
		             "border-post");
	}
	if (relation.bodies == Bodies::district) {
		const auto district = district_of(province, relation.own / relation.pair->lao.border.size());
		return local("huyện", district, "tỉnh " + name, province, "district");
	}
	const auto& words = k_vietnamese_bodies[static_cast<std::size_t>(relation.bodies)];
	return provincial(words, province, spelling.vietnamese_name, spelling.long_bodies, "");
}

Body lao_body(const Relation& relation, const Spelling& spelling) {
	const Province& province = relation.pair->lao;
	const std::string name(name_of(province, spelling.lao_name));
	const std::string_view country = spelling.country ? ", Lào" : "";
	if (relation.bodies == Bodies::post) {
		// Two pairs may share a Lao province: their companies have numbers of their own.
		const bool second = !relation.pair->first_of_lao;
		const std::size_t number = 201 + relation.own * 2 + (second ? 1 : 0);
		return local(spelling.long_bodies ? "Đại đội Biên phòng" : "Đại đội BP", std::to_string(number),
		             "Bộ CHQS tỉnh " + name + std::string(country), province, "border-company");
	}
	if (relation.bodies == Bodies::district) {
		const auto district = district_of(province, relation.own % relation.pair->lao.border.size());
		return local("huyện", district, "tỉnh " + name + std::string(country), province, "district");
	}
	const auto& words = k_lao_bodies[static_cast<std::size_t>(relation.bodies)];
	return provincial(words, province, spelling.lao_name, spelling.long_bodies, spelling.country ? " (Lào)" : "");
}

Village vietnamese_village(const Relation& relation, std::size_t which, const Spelling& spelling) {
	const Province& province = relation.pair->vietnamese;
	const std::string name = small_place(relation.number * k_villages + which);
	return {"bản " + name + " (huyện " + std::string(district_of(province, which)) + ", tỉnh " +
	            std::string(name_of(province, spelling.vietnamese_name)) + ')',
	        std::string(province.code) + "/village/" + lower(name)};
}

Village lao_village(const Relation& relation, std::size_t which, const Spelling& spelling) {
	const Province& province = relation.pair->lao;
	const std::size_t number = relation.number * k_villages + which;
	const std::string name =
	    small_place(number + 251) + ' ' + std::string(k_second[(number / k_small_places + number) % k_second.size()]);
	return {"bản " + name + " (huyện " + std::string(district_of(province, which)) + ", tỉnh " +
	            std::string(name_of(province, spelling.lao_name)) + (spelling.country ? ", Lào)" : ")"),
	        std::string(province.code) + "/village/" + lower(name)};
}

Officer officer(const Relation& relation, Side side, std::size_t number, const Spelling& spelling) {
	// Two relations share the head of one body, as a command has one commander.
	const Province& province = side == Side::lao ? relation.pair->lao : relation.pair->vietnamese;
	const bool shared = side == Side::lao && relation.bodies == Bodies::border_guard;
	const auto bodies = static_cast<std::uint64_t>(shared ? Bodies::military : relation.bodies);
	const auto place =
	    static_cast<std::uint64_t>(province.code[3]) * 256 + static_cast<std::uint64_t>(province.code[4]);
	Random random(20, place, bodies, relation.own, number, side == Side::lao ? 1 : 0);
	constexpr std::array<std::string_view, 3> k_army = {"Đại tá", "Đại tá", "Thượng tá"};
	constexpr std::array<std::string_view, 3> k_local = {"Thiếu tá", "Trung tá", "Đại úy"};
	std::string_view rank = "ông";
	if (armed(relation.bodies)) rank = random.one_of(relation.bodies == Bodies::post ? k_local : k_army);
	if (relation.bodies == Bodies::women) rank = "bà";
	if (side == Side::lao) return {lao_name(random, spelling.names), rank};
	std::string name(random.one_of(k_surnames));
	name += ' ';
	name += relation.bodies == Bodies::women ? "Thị" : random.one_of(k_middle);
	name += ' ';
	name += random.one_of(k_given);
	return {name, rank};
}

std::string_view post_of(Bodies bodies, Side side, bool deputy) {
	if (bodies == Bodies::post) {
		if (side == Side::lao) return deputy ? "Phó Đại đội trưởng" : "Đại đội trưởng";
		return deputy ? "Phó Đồn trưởng" : "Đồn trưởng";
	}
	if (bodies == Bodies::district) {
		if (side == Side::lao) return deputy ? "Phó Huyện trưởng" : "Huyện trưởng";
		return deputy ? "Phó Chủ tịch UBND" : "Chủ tịch UBND";
	}
	const auto& words = k_vietnamese_bodies[static_cast<std::size_t>(bodies)];
	if (side == Side::lao) return deputy ? words.deputy_lao : words.head_lao;
	return deputy ? words.deputy_vietnamese : words.head_vietnamese;
}

}  // namespace bienban::bench
