@NullMarked
package health.malasakit.inquiries.board.web;

import org.jspecify.annotations.NullMarked;
