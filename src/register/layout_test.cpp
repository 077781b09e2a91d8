#include "register/layout.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "register/originals.hpp"
#include "register/register.hpp"
#include "register/scratch_folder.hpp"

using namespace bienban;
using registry::Originals;
using registry::Outcome;
using Folder = registry::ScratchFolder;

namespace {

model::Document paper() {
	model::Document document;
	document.source = "a.pdf";
	document.text = "Đoàn đi\nhọp";
	document.pages = {{595, 842}, {595.28F, 842}};
	document.placed = {
	    {{base::ByteOffset(0), base::ByteOffset(10)}, 0, {10, 20, 80, 32.04F}, 1},
	    {{base::ByteOffset(11), base::ByteOffset(16)}, 1, {10, 20, 40, 32}, 0.456F},
	};
	return document;
}

std::string keep(const Originals& originals, const std::filesystem::path& path) {
	const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
	const auto name = originals.keep(file);
	::close(file);
	return name ? *name : name.error().message;
}

}  // namespace

TEST_CASE("a layout comes back as it was written, in code points") {
	const std::string text = registry::layout_text(paper());
	CHECK(text == R"({"pages":[[595,842],[595.3,842]],"placed":[[0,7,0,10,20,80,32,1],[8,11,1,10,20,40,32,0.46]]})");
	const auto layout = registry::layout_of(text);
	REQUIRE(layout);
	CHECK(layout->pages.size() == 2);
	CHECK(layout->placed[1].confidence == doctest::Approx(0.46));
	CHECK(registry::layout_text({}).empty());
	CHECK_FALSE(registry::layout_of("{}"));
	CHECK_FALSE(registry::layout_of(R"({"pages":[],"placed":[[1,2]]})"));
}

TEST_CASE("the places of a stretch of text are the parts of its lines, page by page") {
	const auto layout = registry::layout_of(registry::layout_text(paper()));
	REQUIRE(layout);
	const auto places = registry::places_of(*layout, 5, 11);
	REQUIRE(places.size() == 2);
	CHECK(places[0].page == 0);
	REQUIRE(places[0].boxes.size() == 1);
	CHECK(places[0].boxes[0].left == doctest::Approx(60));
	CHECK(places[0].boxes[0].right == doctest::Approx(80));
	CHECK(places[1].page == 1);
	CHECK(registry::places_of(*layout, 7, 8).empty());
}

TEST_CASE("a register gives back where the words of a document stand, and proves it") {
	const Folder folder;
	const auto path = folder.path / "r.db";
	std::ofstream(folder.path / "a.pdf") << "%PDF-1.4 …";
	const Originals originals{path};
	const std::string original = keep(originals, folder.path / "a.pdf");
	CHECK(original.size() == 64);
	CHECK(keep(originals, folder.path / "a.pdf") == original);
	CHECK(originals.is_whole(original));

	auto opened = registry::Register::open(path, registry::Access::write);
	REQUIRE(opened);
	const registry::Versions versions{.program = "1", .lexicon = "2"};
	model::Document plain = paper();
	plain.pages.clear();
	plain.placed.clear();
	const auto add = [&](const model::Document& document, const registry::Origin& origin) {
		const std::vector<registry::Prepared> prepared{registry::prepare(document, {}, versions, origin)};
		return opened->add(prepared).front().outcome;
	};
	// First as text, then as a file with pages, then as text again: the pages stay.
	CHECK(add(plain, {}) == Outcome::added);
	CHECK_FALSE(opened->placed(1).value());
	CHECK(add(paper(), {.format = "pdf", .sha256 = original}) == Outcome::reread);
	CHECK(add(paper(), {.format = "pdf", .sha256 = original}) == Outcome::already_there);
	CHECK(add(plain, {}) == Outcome::already_there);
	const auto placed = opened->placed(1);
	REQUIRE(placed);
	REQUIRE(*placed);
	CHECK((*placed)->placed.size() == 2);
	CHECK_FALSE(opened->placed(2).value());
	CHECK(opened->verify().faults.empty());
	opened->rebuild(nullptr);
	CHECK(opened->placed(1).value());
	CHECK(opened->verify().faults.empty());

	std::ofstream(originals.path_of(original), std::ios::app) << "x";
	auto faults = opened->verify().faults;
	REQUIRE(faults.size() == 1);
	CHECK(faults.front().message == "verify-original");
	std::filesystem::remove(originals.path_of(original));
	CHECK(opened->verify().faults.size() == 1);
}

TEST_CASE("an original that cannot be kept is an error, and leaves nothing behind") {
	const Folder folder;
	std::ofstream(folder.path / "a.pdf") << "x";
	std::ofstream(folder.path / "r.db.files") << "no folder";
	CHECK(keep(Originals{folder.path / "r.db"}, folder.path / "a.pdf") == "register-not-kept");
}
