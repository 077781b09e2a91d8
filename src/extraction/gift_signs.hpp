#pragma once

#include <cstdint>
#include <optional>

#include "extraction/giving.hpp"

namespace bienban::extraction {

/// What words around a gift say of it: whether it is meant as one at all, what its figures count, what it is part of.
/// Looks only.
class GiftSigns {
public:
	explicit GiftSigns(const Context& context) : m_c(context), m_a(context.a()) {}

	/// "không tặng", "chưa kịp gửi", "5 tấn gạo định gửi sang B", "dự định tặng": it has not been given.
	bool denied(const Giving& giving) const;
	/// "Đó là 28 tỷ đồng để xây bệnh viện": does the next sentence say what was given?
	bool spelled_out_behind(std::uint32_t s) const;
	/// "Trường gồm 4 phòng học, … do tỉnh A tài trợ 4,5 tỷ đồng", "Công trình có tổng kinh phí …": more of what the
	/// sentence before has given.
	bool describes_building(std::uint32_t begin, std::uint32_t s) const;
	/// "Trụ sở là công trình cấp IV, có diện tích 67 m2, gồm 1 phòng làm việc; trang bị 2 giường tầng": what a work is
	/// like and what is in it, without a word of whose gift it is.
	bool tells_what_it_is(std::uint32_t begin, std::uint32_t s) const;
	/// "Chuyến hàng gồm …", "Tổng giá trị món quà là …": the gift as a whole stands at its head.
	bool begins_with_goods(std::uint32_t begin, std::uint32_t end) const;
	/// "hỗ trợ giống cho 30 hộ trồng 15 ha lúa": what the gift is used for.
	bool grown(const Number& n, const Count& count) const;
	/// "là một nhà", "hai bên": small figures in letters that count nothing.
	bool loose(const Number& n) const;
	/// "(hai ở tỉnh A, hai ở tỉnh B)": where things are; "(gồm 10 máy tính)" lists the goods.
	bool in_brackets(const Number& n, std::uint32_t begin) const;
	/// "50 suất quà, mỗi suất gồm 10 kg gạo, 2 chai dầu ăn": what is in each piece of a gift, which is no gift of its
	/// own.
	bool in_each_piece(const Number& n) const;
	/// "hai công trình: trường mầm non ở A 7,5 tỷ đồng, trạm y tế huyện B 2,1 tỷ đồng": the building that stands before
	/// its cost in a row behind a colon; `stop` is set behind it.
	std::optional<std::uint32_t> building_of_row(const Number& n, std::uint32_t begin, std::uint32_t& stop) const;
	/// "6 bộ đàm và số xăng dầu trị giá 40 triệu đồng": goods of their own stand between those counted and the worth.
	bool names_other_goods(std::uint32_t begin, std::uint32_t end) const;
	/// "vốn đăng ký 30 triệu USD", "kim ngạch …", "nộp ngân sách …", "doanh thu …": no gift.
	bool of_business(const Number& n, std::uint32_t begin) const;

	/// A gift is pledged only where a word of promise stands before it; a look forward around it does not make it one.
	Mode mode(std::uint32_t at) const;

private:
	/// "Thực hiện chủ trương của A về việc hỗ trợ xây dựng trụ sở cho B, …": what the policy is about.
	bool in_a_policy(std::uint32_t verb) const;
	/// "đang lên kế hoạch mua 5 máy để tặng B".
	bool is_planned(std::uint32_t begin, std::uint32_t end) const;
	/// "Nằm ở trung tâm thị xã, ngôi trường có 2 tầng, 10 phòng học".
	bool describes_inside(std::uint32_t begin, std::uint32_t end) const;
	/// "240 dự án đầu tư tại Lào với tổng vốn …".
	bool invests(std::uint32_t begin, std::uint32_t end) const;

	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace bienban::extraction
