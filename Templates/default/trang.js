// Việc thêm khi trình duyệt chạy script; thiếu tệp này trang vẫn đọc được đủ.
(function () {
  var i, opened = [], buttons = document.querySelectorAll("button[data-print]");
  for (i = 0; i < buttons.length; i++) {
    buttons[i].hidden = false;
    buttons[i].addEventListener("click", function () { window.print(); });
  }
  // Giấy không mở được mục gấp: mở hết khi in, in xong gấp lại như cũ.
  window.addEventListener("beforeprint", function () {
    var all = document.querySelectorAll("main details:not([open])");
    for (i = 0; i < all.length; i++) { all[i].open = true; opened.push(all[i]); }
  });
  window.addEventListener("afterprint", function () {
    while (opened.length) opened.pop().open = false;
  });
})();
