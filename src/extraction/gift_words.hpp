#pragma once

#include <cstdint>
#include <string>

#include "extraction/giving.hpp"

/// Small signs around a gift: whether it was only wished for, what a bare figure counts, what a sum stands for.
namespace bienban::extraction {

/// "B đề nghị A hỗ trợ 2 máy phát điện": a wish of the one who would receive.
bool is_asked_for(const Context& context, const Giving& giving);

/// "hai tầng, mười phòng học": the size of a building.
bool stands_behind_storeys(const Annotated& annotated, const Number& number);

/// The few words between a mark or a conjunction and a figure, where they name goods: "gạo 2 tấn, muối 5 yến".
std::string noun_before(const Context& context, const Number& number);

/// "tổng trị giá", "trị giá cả thảy": does the sum behind tokens [begin, end) stand for all that was listed?
bool sums_up(const Context& context, std::uint32_t begin, std::uint32_t end);

}  // namespace bienban::extraction
