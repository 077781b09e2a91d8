#pragma once

#include <cstdint>

#include "extraction/annotated.hpp"

/// The words of grammar that dates and numbers are built with: "ngày", "từ", "đến nay", "lần thứ". They are structure,
/// not words of the field, so they stand here and not in lexicon/.
namespace bienban::extraction {

// name in the code, word in the text; the formatter would put each on a line of its own
// clang-format off
#define BIENBAN_KEYWORDS(X) \
	/* days and their parts */ \
	X(day, "ngày") X(morning, "sáng") X(afternoon, "chiều") X(evening, "tối") X(noon, "trưa") X(night, "đêm") \
	X(midnight, "khuya") X(that_day, "hôm") X(dawn, "rạng") X(mong, "mồng") X(mung, "mùng") X(hour, "giờ") \
	X(h, "h") X(minute, "phút") X(second, "giây") X(week, "tuần") X(age, "tuổi") \
	/* longer stretches */ \
	X(month, "tháng") X(year, "năm") X(quarter, "quý") X(beginning, "đầu") X(end, "cuối") X(middle, "giữa") \
	X(giai, "giai") X(doan, "đoạn") X(nhiem, "nhiệm") X(ky, "kỳ") X(thoi, "thời") X(tet, "tết") \
	X(spring, "xuân") X(thap, "thập") X(nien, "niên") X(decade, "kỷ") X(season, "mùa") X(school, "học") \
	/* from here to there */ \
	X(from, "từ") X(to, "đến") X(until, "tới") X(now, "nay") X(cho, "cho") X(all_of, "hết") X(in, "trong") \
	X(into, "vào") X(and_, "và") X(various, "các") X(those, "những") X(next, "tiếp") X(following, "theo") \
	X(after, "sau") X(on, "trở") X(back, "lại") X(go, "đi") X(about, "về") X(here, "đây") X(of, "của") \
	X(last_year, "ngoái") X(past, "qua") X(run_up, "tính") \
	/* words that make the number behind them a name */ \
	X(marker, "mốc") X(stake, "dấu") X(no, "số") X(squad, "đội") X(troop, "đoàn") X(post, "đồn") \
	X(region, "khu") X(step, "bước") X(course, "khóa") X(article, "điều") X(clause, "khoản") X(highway, "lộ") X(road, "đường") \
	X(km, "km") X(grade, "lớp") X(group, "tổ") X(picture, "ảnh") X(zone, "vùng") X(born, "sn") X(birth, "sinh") \
	X(kind, "loại") X(rank, "hạng") X(ordinal, "thứ") X(times, "lần") X(great, "đại") X(small, "tiểu") \
	X(mid, "trung") X(master, "sư") X(brigade, "lữ") X(army_corps, "binh") X(level, "cấp") X(hamlet, "thôn") \
	X(village, "bản") X(batch, "đợt") X(block, "khối") \
	/* words that make the number beside them no count */ \
	X(fold, "gấp") X(rise, "tăng") X(fall, "giảm") X(total, "tổng") X(per, "phần") X(hundred, "trăm") \
	X(zero, "linh") X(odd, "lẻ") X(half_more, "rưỡi") X(chi, "chí") X(bao, "bào") X(one, "một") X(two, "hai") \
	X(three, "ba") X(four, "tư") X(nothing, "không") X(ripe, "chín") X(half, "nửa") X(one_behind, "mốt") \
	X(five_behind, "lăm") X(first, "nhất") X(again, "nữa") X(each, "mỗi") X(yearly, "hằng") X(yearly2, "hàng") \
	X(whole, "cả") X(several, "mấy") X(how_many, "bao") X(many, "nhiều") X(every, "từng") X(sign, "ký") \
	X(turn, "sang") X(manner, "cách") X(side, "mặt") X(some, "vài") X(few, "ít") X(bit, "chút") X(when, "khi") \
	X(series, "loạt") X(heart, "lòng") X(part, "bên") X(moment, "lúc") X(measure, "mực") X(occasion, "dịp") \
	X(lo, "lô") X(runner_up, "nhì") X(send, "cử") X(welcome, "đón") X(get, "được") X(have, "có") \
	X(consist, "gồm") X(more, "thêm") X(became, "thành") X(already, "đã") X(still, "vẫn") X(is, "là") \
	X(with, "với") X(by, "do") X(at, "tại") X(stay, "ở") X(will, "sẽ") X(put_in, "góp") X(dependent, "thuộc") \
	X(crossing, "ngã") X(national_day, "quốc") X(nation, "nước") X(province, "tỉnh") X(the_party, "đảng") \
	X(house, "nhà") X(people, "quân") X(border, "giới") X(guard, "phòng") X(commune, "xã") X(village2, "làng") \
	X(quarter_of, "khóm")
// clang-format on

enum class Word : std::uint8_t {
	none,
#define BIENBAN_NAME(name, text) name,
	BIENBAN_KEYWORDS(BIENBAN_NAME)
#undef BIENBAN_NAME
};

/// The word that the token is, whatever its case and style of tone marks; `none` where it is another word, no word, or
/// beyond the text.
Word word_at(const Annotated& a, std::uint32_t token);

}  // namespace bienban::extraction
