#pragma once

#include <string>
#include <vector>

/// What stands on printed pages, and where: what a PDF or the recognition of an image gives.
namespace bienban::model {

/// In points (1/72 inch) from the left and upper edge of the page as it is read, after any turning.
struct Box {
	float left = 0;
	float top = 0;
	float right = 0;
	float bottom = 0;
};

struct PrintedWord {
	std::string text;  ///< UTF-8
	Box box;
	float confidence = 1;  ///< 0 to 1, how sure the recognition is; 1 where nothing had to be recognised
	float size = 0;        ///< of the letters, points; 0 where not known
	bool bold = false;
};

struct PrintedLine {
	std::vector<PrintedWord> words;  ///< from left to right
};

/// Lines that stand together: a paragraph, a cell, a heading, as the layout of the page has it.
struct PrintedBlock {
	std::vector<PrintedLine> lines;  ///< from top to bottom
};

struct PrintedPage {
	float width = 0;  ///< points
	float height = 0;
	std::vector<PrintedBlock> blocks;  ///< in no order that can be relied on
};

}  // namespace bienban::model
